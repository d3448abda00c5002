package org.semblance.platform;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

import static org.assertj.core.api.Assertions.assertThat;

class PermissionTextsTest {
    static final java.util.List<String> PERMISSIONS = Permissions.ALL;

    @ParameterizedTest
    @FieldSource("PERMISSIONS")
    void every_permission_says_what_it_allows(String permission) {
        assertThat(PermissionTexts.of(permission)).isNotBlank();
    }
}
