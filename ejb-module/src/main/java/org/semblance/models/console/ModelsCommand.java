package org.semblance.models.console;

import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.semblance.audit.AuditEvent;
import org.semblance.models.Activation;
import org.semblance.models.ActivationState;
import org.semblance.models.PackEvents;
import org.semblance.platform.Problem;
import org.semblance.vision.analysis.LoadedPack;
import org.semblance.vision.evaluation.EvaluateCommand;
import org.semblance.vision.install.Acceptance;
import org.semblance.vision.install.InstallSettings;
import org.semblance.vision.install.InstalledPack;
import org.semblance.vision.install.PackLibrary;
import org.semblance.vision.pack.CataloguePack;
import org.semblance.vision.pack.ModelPack;

/** Lists, installs, checks, removes and chooses model packs from the command line. */
public final class ModelsCommand {
    private static final String USAGE = """
            Usage: ./semblance models COMMAND

              list                  the installed packs
              catalogue             the public packs that can be installed by name
              verify PACK           compare checksums and try the models
              install SOURCE        install a pack: a name of the catalogue, an https address, or a ZIP archive
                  --accept-licence  accept a licence that forbids some uses
              activate PACK         use a pack, once its model has embedded every stored face
                  --accept-licence  as above
                  --allow-skipped   go on although some faces cannot be embedded again
              status                how far the last activation has come
              remove PACK           remove a pack that is not in use, with its embeddings
              evaluate PACK …       measure a pack on labelled pictures; evaluate --help says how
            """;
    private static final String EVALUATE = "evaluate";
    private static final String STANDARD_INPUT = "-";
    private static final long MEGABYTE = 1_000_000;

    private final PackLibrary library;
    private final Choice choice;
    private final InputStream in;
    private final PrintStream out;

    ModelsCommand(PackLibrary library, Choice choice, InputStream in, PrintStream out) {
        this.library = library;
        this.choice = choice;
        this.in = in;
        this.out = out;
    }

    public static void main(String[] arguments) {
        Locale.setDefault(Locale.ROOT);
        System.exit(run(Arrays.asList(arguments), System.getenv(), System.in));
    }

    private static int run(List<String> arguments, Map<String, String> environment, InputStream in) {
        Path directory = Path.of(environment.getOrDefault("SEMBLANCE_MODELS_DIRECTORY", "models"));
        if (!arguments.isEmpty() && arguments.get(0).equals(EVALUATE)) {
            return EvaluateCommand.run(arguments.subList(1, arguments.size()), directory, System.out, System.err);
        }
        try {
            var library = new PackLibrary(directory, settings(environment), LoadedPack::tryOut, Clock.systemUTC());
            new ModelsCommand(library, Choice.open(environment), in, System.out).run(arguments);
            return 0;
        } catch (UsageException | Problem | UncheckedIOException e) {
            System.err.println("semblance: " + e.getMessage());
            return e instanceof UsageException ? 2 : 1;
        }
    }

    private static InstallSettings settings(Map<String, String> environment) {
        String hosts = environment.getOrDefault("SEMBLANCE_MODELS_DOWNLOAD_HOSTS", InstallSettings.HOSTS);
        String bytes = environment.getOrDefault("SEMBLANCE_MODELS_MAX_BYTES", Long.toString(InstallSettings.MAX_BYTES));
        return new InstallSettings(List.of(hosts.split("\\s*,\\s*")), Long.parseLong(bytes));
    }

    void run(List<String> given) {
        var arguments = new Arguments(given);
        String command = given.isEmpty() ? "help" : arguments.word("a command");
        switch (command) {
            case "list" -> list(arguments);
            case "catalogue" -> catalogue(arguments);
            case "verify" -> verify(arguments);
            case "install" -> install(arguments);
            case "activate" -> activate(arguments);
            case "status" -> status(arguments);
            case "remove" -> remove(arguments);
            case "help" -> out.print(USAGE);
            default ->
                throw new UsageException("There is no command models " + command + System.lineSeparator() + USAGE);
        }
    }

    private void list(Arguments arguments) {
        arguments.complete();
        var table = new Columns().row("PACK", "VERSION", "STATE", "MB", "LICENCE");
        for (InstalledPack installed : library.list()) {
            ModelPack pack = installed.pack();
            table.row(
                    installed.name(),
                    pack == null ? "" : pack.version(),
                    state(installed),
                    Long.toString(installed.bytes() / MEGABYTE),
                    pack == null
                            ? String.valueOf(installed.problem())
                            : pack.licence().terms());
        }
        out.print(table);
    }

    private String state(InstalledPack installed) {
        if (installed.problem() != null) {
            return "invalid";
        }
        boolean pending = choice.pending()
                .filter(next -> next.pack().equals(installed.name()))
                .isPresent();
        if (pending) {
            return "preparing";
        }
        String used = choice.isKnown() ? "active" : "configured";
        return installed.name().equals(choice.active()) ? used : "installed";
    }

    private void catalogue(Arguments arguments) {
        arguments.complete();
        var table = new Columns().row("PACK", "VERSION", "MB", "LICENCE", "WHAT IT IS");
        for (CataloguePack pack : library.catalogue().list()) {
            String restricted = pack.licence().restricted() ? " (needs --accept-licence)" : "";
            table.row(
                    pack.name(),
                    pack.version(),
                    Long.toString(pack.bytes() / MEGABYTE),
                    pack.licence().terms() + restricted,
                    pack.description());
        }
        out.print(table);
    }

    private void verify(Arguments arguments) {
        String name = arguments.word("which pack");
        arguments.complete();
        var pack = library.verify(name);
        out.println(pack.name() + " " + pack.version() + " is sound: every checksum is right, and its models run");
    }

    private void install(Arguments arguments) {
        String source = arguments.word("what to install");
        var acceptance = new Acceptance(choice.who(), arguments.flag("--accept-licence"));
        arguments.complete();
        var pack = install(source, acceptance);
        choice.record(PackEvents.installed(pack, acceptance.accepts()));
        out.println("Installed " + pack.name() + " " + pack.version() + "; to use it: ./semblance models activate "
                + pack.name());
    }

    private ModelPack install(String source, Acceptance acceptance) {
        if (source.equals(STANDARD_INPUT)) {
            return library.install(in, "file", acceptance);
        }
        return library.install(source, acceptance, new FetchProgress(out));
    }

    private void activate(Arguments arguments) {
        String name = arguments.word("which pack");
        var acceptance = new Acceptance(choice.who(), arguments.flag("--accept-licence"));
        boolean allowSkipped = arguments.flag("--allow-skipped");
        arguments.complete();
        library.requireUsable(name, acceptance);
        choice.activate(name, allowSkipped);
        out.println("The running server takes over " + name + "; ./semblance models status tells how far it is");
    }

    private void status(Arguments arguments) {
        arguments.complete();
        choice.requireKnown();
        out.println("In use: " + choice.active());
        choice.latest()
                .filter(latest -> latest.state() != ActivationState.ACTIVE)
                .ifPresent(latest -> out.println(describe(latest)));
    }

    private static String describe(Activation activation) {
        @Nullable String problem = activation.problem();
        var execution = activation.execution();
        return activation.pack() + ": " + activation.state().code()
                + (execution == null ? "" : ", job run " + execution)
                + (problem == null ? "" : ". " + problem);
    }

    private void remove(Arguments arguments) {
        String name = arguments.word("which pack");
        arguments.complete();
        choice.requireKnown();
        var installed = library.require(name);
        boolean pending =
                choice.pending().filter(next -> next.pack().equals(name)).isPresent();
        if (pending || name.equals(choice.active())) {
            throw new UsageException(name + " is in use or about to be; activate another pack first");
        }
        choice.forget(installed.pack());
        library.remove(name);
        choice.record(AuditEvent.success("model-pack.removed", "model-pack", name));
        out.println("Removed " + name);
    }
}
