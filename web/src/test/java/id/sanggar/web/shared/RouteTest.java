package id.sanggar.web.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RouteTest {

    @ParameterizedTest
    @EnumSource
    void everyPageIsFoundAtItsAddress(Route route) {
        var path = route.pattern().replaceAll("\\{(\\w+)}", "x-$1");
        assertThat(Route.match(path)).map(Route.Match::route).contains(route);
    }

    @Test
    void whatStandsInTheGapsIsHandedOn() {
        assertThat(Route.match("/learn/pengendalian-mutu/suhu")).map(Route.Match::parameters)
                .contains(Map.of("course", "pengendalian-mutu", "activity", "suhu"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/learn/", "/learn//suhu", "/nowhere", "/learn/a/b/c", "/learning/home.xhtml",
            "/WEB-INF/web.xml"})
    void whatIsNotDeclaredIsNotThere(String path) {
        assertThat(Route.match(path)).isEmpty();
    }

    @Test
    void anAdministratorMaySeeEveryPageAndOthersTheirs() {
        assertThat(Route.values()).allMatch(route -> route.audience().admits(Set.of("ADMIN")::contains));
        assertThat(Route.MANAGE.audience().admits(Set.of("MANAGER")::contains)).isTrue();
        assertThat(Route.MANAGE.audience().admits(Set.of("LEARNER", "AUTHOR")::contains)).isFalse();
        assertThat(Route.ADMIN.audience().admits(Set.of("LEARNER", "MANAGER")::contains)).isFalse();
        assertThat(Route.HOME.audience().admits(Set.of("LEARNER")::contains)).isTrue();
    }
}
