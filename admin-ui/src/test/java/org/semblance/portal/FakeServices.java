package org.semblance.portal;

import com.vaadin.flow.di.DefaultInstantiator;
import com.vaadin.flow.i18n.I18NProvider;
import com.vaadin.flow.server.VaadinService;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.auth.MenuAccessControl;
import jakarta.inject.Inject;
import java.lang.reflect.Constructor;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.semblance.gallery.ui.PhotoLimits;
import org.semblance.identity.ui.NavigationGuard;
import org.semblance.platform.ui.MenuAccess;
import org.semblance.platform.ui.PageConnection;
import org.semblance.platform.ui.PageLocale;
import org.semblance.platform.ui.PortalMessages;
import org.semblance.platform.ui.Translations;
import org.semblance.platform.ui.UiErrorHandler;

/** Everything that views ask the container for, in memory. */
public class FakeServices {
    public final FakeGalleries galleries = new FakeGalleries();
    public final FakePersons persons = new FakePersons();
    public final FakeFaces faces = new FakeFaces(persons);
    public final FakeChanges changes = new FakeChanges(persons);
    public final FakeEnrolments enrolments = new FakeEnrolments(persons);
    public final FakeGuidedEnrolments guided = new FakeGuidedEnrolments(persons);
    public final FakeSearches searches = new FakeSearches();
    public final FakeJobs jobs = new FakeJobs();
    public final FakeSignIns signIns = new FakeSignIns();
    public final FakeSignOn signOn = new FakeSignOn();
    public final FakeTrail trail = new FakeTrail();
    public final FakeUrls urls = new FakeUrls();
    public final PhotoLimits limits = new PhotoLimits(1024 * 1024);
    public final ShellFakes shell = new ShellFakes();
    public final WatchFakes watch = new WatchFakes(shell, persons);
    public final WorkFakes work = new WorkFakes();
    public final AdminFakes admin = new AdminFakes();

    private List<Object> preferred = List.of();

    /** Where several fakes of a service would do, those of surveillance. */
    public void preferWatch() {
        preferred = watch.all();
    }

    /** Where several fakes of a service would do, those of administration. */
    public void preferAdmin() {
        preferred = admin.all();
    }

    /** Makes views as the container does: by their constructor for injection. */
    public DefaultInstantiator instantiator(VaadinService service) {
        return new DefaultInstantiator(service) {
            private static final long serialVersionUID = 1L;

            @Override
            public <T> T getOrCreate(Class<T> type) {
                if (type == MenuAccessControl.class) {
                    return type.cast(new MenuAccess());
                }
                return injected(type).orElseGet(() -> super.getOrCreate(type));
            }

            @Override
            public I18NProvider getI18NProvider() {
                return new Translations();
            }

            @Override
            public Stream<VaadinServiceInitListener> getServiceInitListeners() {
                VaadinServiceInitListener answers = started -> {
                    started.getSource().setSystemMessagesProvider(new PortalMessages());
                    started.getSource()
                            .addSessionInitListener(event -> event.getSession().setErrorHandler(new UiErrorHandler()));
                };
                return Stream.concat(
                        super.getServiceInitListeners(),
                        Stream.of(new NavigationGuard(), new PageLocale(), new PageConnection(), answers));
            }
        };
    }

    private <T> Optional<T> injected(Class<T> type) {
        return Arrays.stream(type.getDeclaredConstructors())
                .filter(constructor -> constructor.isAnnotationPresent(Inject.class))
                .findFirst()
                .map(constructor -> type.cast(create(constructor)));
    }

    private Object create(Constructor<?> constructor) {
        Object[] arguments = Arrays.stream(constructor.getParameterTypes())
                .map(this::argument)
                .toArray();
        try {
            return constructor.newInstance(arguments);
        } catch (java.lang.reflect.InvocationTargetException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private Object argument(Class<?> type) {
        var own = Stream.of(
                galleries,
                persons,
                changes,
                faces,
                enrolments,
                guided,
                searches,
                jobs,
                signIns,
                signOn,
                trail,
                urls,
                limits);
        return Stream.of(
                        preferred.stream(),
                        own,
                        watch.all().stream(),
                        shell.all().stream(),
                        work.all().stream(),
                        admin.all().stream())
                .flatMap(fakes -> fakes)
                .filter(type::isInstance)
                .findFirst()
                .orElseGet(() -> injected(type).orElseThrow(() -> new IllegalStateException("No fake of " + type)));
    }
}
