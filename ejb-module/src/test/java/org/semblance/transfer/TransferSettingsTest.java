package org.semblance.transfer;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class TransferSettingsTest {
    @Test
    void keeps_what_lies_within_the_bounds() {
        var settings = new TransferSettings("/data/import", 1, 2, 3, 0);
        var exports = new ExportSettings("/data/exports", Duration.ofDays(30));

        assertThat(settings.imports()).isEqualTo(Path.of("/data/import"));
        assertThat(settings.maxUploadBytes()).isZero();
        assertThat(exports.keep()).isEqualTo(Duration.ofDays(30));
    }

    @Test
    void refuses_what_lies_beyond() {
        assertThatIllegalArgumentException().isThrownBy(() -> new TransferSettings("x", 0, 1, 1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new TransferSettings("x", 1, 0, 1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new TransferSettings("x", 1, 1, 1, -1));
        assertThatIllegalArgumentException().isThrownBy(() -> new ExportSettings("x", Duration.ZERO));
        assertThatIllegalArgumentException().isThrownBy(() -> new ExportSettings("x", Duration.ofDays(31)));
    }
}
