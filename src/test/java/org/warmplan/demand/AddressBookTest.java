package org.warmplan.demand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.warmplan.demand.Offers.MONDAY;
import static org.warmplan.demand.Offers.NEXT_MONDAY;
import static org.warmplan.demand.Offers.SDXL;
import static org.warmplan.demand.Offers.address;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.warmplan.domain.Observation;
import org.warmplan.domain.Offer;
import org.warmplan.domain.Sessions;
import org.warmplan.domain.Warmth;

final class AddressBookTest {
    private static Offer offer(Instant at, int orchestrator, String uri) {
        return new Offer(at, address(orchestrator), uri, SDXL, Warmth.WARM, 1, 0, null, List.of(), "");
    }

    private static AddressBook book(Observation... observations) {
        return AddressBook.of(List.of(observations));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://o1.example:8935",
                "https://O1.Example:8935",
                "https://o1.example:8935/",
                "https://o1.example:8935/path?x=1",
                " https://o1.example:8935 "
            })
    void knowsAServerHoweverItIsSpelt(String uri) {
        assertThat(book(offer(MONDAY, 1, "https://o1.example:8935")).findOrchestrator(uri))
                .hasValue(address(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://o1.example:8936", "http://o1.example:8935", "https://o2.example:8935", "", "o1"})
    void takesNoOtherServerForIt(String uri) {
        assertThat(book(offer(MONDAY, 1, "https://o1.example:8935")).findOrchestrator(uri))
                .isEmpty();
    }

    @Test
    void knowsThePortThatIsLeftOut() {
        assertThat(book(offer(MONDAY, 1, "https://o1.example")).findOrchestrator("https://o1.example:443"))
                .hasValue(address(1));
    }

    @Test
    void takesWhoWasSeenThereLast() {
        AddressBook book =
                book(offer(NEXT_MONDAY, 2, "https://o1.example:8935"), offer(MONDAY, 1, "https://o1.example:8935"));

        assertThat(book.findOrchestrator("https://o1.example:8935")).hasValue(address(2));
    }

    @Test
    void learnsFromSessionsToo() {
        Sessions sessions = new Sessions(NEXT_MONDAY, address(3), MONDAY, NEXT_MONDAY, "https://o3.example", 4, 3, 1);

        assertThat(book(sessions).findOrchestrator("https://o3.example/")).hasValue(address(3));
    }

    @Test
    void knowsTextsThatAreNoAddressesByTheirLetters() {
        assertThat(book(offer(MONDAY, 1, "not an address/")).findOrchestrator("Not an address"))
                .hasValue(address(1));
    }

    @Test
    void doesNotTakeNodesWithoutAnAddressForOne() {
        assertThat(book(offer(MONDAY, 1, "")).findOrchestrator("")).isEmpty();
    }
}
