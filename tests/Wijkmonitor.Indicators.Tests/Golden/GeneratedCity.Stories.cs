using Wijkmonitor.Indicators.Observations;

namespace Wijkmonitor.Indicators.Tests.Golden;

internal sealed partial class GeneratedCity
{
    // What chance would not bring.
    private void AddStories()
    {
        // Too few people, not known how many, and withheld.
        Set("BU99990101", 2018, "inhabitants", 40);
        Set("BU99990102", 2018, "inhabitants", ObservedValue.Suppressed);
        Set("BU99990103", 2018, "inhabitants", ObservedValue.Unknown);
        Set("CU9999-mill", 2018, "inhabitants", value: null);

        // Nothing to divide by, a small group, and a ratio on the edge of the band.
        Set("BU99990201", 2018, "supported_rest", 0);
        Set("BU99990202", 2018, "corporation_residents", 3);
        Set("BU99990203", 2018, "supported_corporation", 18);
        Set("BU99990203", 2018, "supported_rest", 3);
        Set("BU99990204", 2018, "low_income_corporation", 0);
        Set("BU99990301", 2018, "supported_corporation", 1);
        Set("BU99990301", 2018, "supported_rest", 20);

        // A spiral of two years within the new boundaries and three within the old ones of a complex; one that is interrupted by an unknown value.
        foreach (var (area, years) in new[] { ("BU99990102", new[] { 2020, 2021 }), ("CU9999-quay", Years), ("CU9999-harbour", Years) })
        {
            foreach (var year in years)
            {
                Set(area, year, "alcohol_drugs_nuisance", 2 + (year - 2017));
                Set(area, year, "supported_inflow", 10 + (2 * (year - 2017)));
                Set(area, year, "stronger_net_outflow", 4);
            }
        }

        Set("CU9999-harbour", 2020, "supported_inflow", ObservedValue.Unknown);
        Set("BU99990301", 2021, "supported_inflow", ObservedValue.Suppressed);

        // Nobody moved, nobody stayed, too few came and left.
        SetMovers("BU99990101", 2019, stayers: 80, leavers: 0, entrants: 0);
        SetMovers("BU99990102", 2019, stayers: 0, leavers: 20, entrants: 20);
        SetMovers("BU99990103", 2019, stayers: 80, leavers: 3, entrants: 3);
        SetMovers("BU99990104", 2019, stayers: 80, leavers: 40, entrants: 40);
        Set("BU99990101", 2019, "income_leavers_then", value: null);
        Set("BU99990101", 2019, "income_stayers_then", 20);
        Set("BU99990101", 2019, "income_stayers_now", 21);
        SetMeans("BU99990104", 2019, stayersThen: 22, stayersNow: 21, leaversThen: 18, entrantsNow: 30);
        SetMeans("BU99990201", 2019, stayersThen: 22, stayersNow: 23, leaversThen: 40, entrantsNow: 20);
        SetMovers("BU99990201", 2019, stayers: 80, leavers: 40, entrants: 40);

        // What the figures say is not known, and what residents say is withheld.
        Set("BU99990301", 2020, "liveability_score", ObservedValue.Unknown);
        Set("BU99990301", 2019, "residents_score", ObservedValue.Suppressed);

        // Counts that contradict each other.
        Set("BU99990102", 2019, "active_residents", 70);
        Set("BU99990103", 2019, "meeting_visitors_high", 10);
        Set("BU99990104", 2019, "meeting_visitors_low", 0);

        // The same everywhere, and a value whose square fits no decimal.
        foreach (var area in AreasIn(2019))
        {
            Set(area, 2019, "meeting_places", 2);
        }

        Set("BU99990302", 2018, "average_income", 1_000_000_000_000_000);

        // The city itself: not delivered in one year, withheld in another.
        (string Indicator, int Year)[] notDelivered =
            [("social_assistance", 2019), ("burglaries", 2019), ("elderly_loneliness", 2019), ("average_income", 2020)];
        foreach (var (indicator, year) in notDelivered)
        {
            Set(Code, year, indicator, value: null);
        }

        Set(Code, 2018, "ses_woa_score", ObservedValue.Suppressed);
        Set(Code, 2021, "public_space_grade", ObservedValue.Unknown);

        // Two neighbourhoods improved after an intervention, and two that were low already declined.
        foreach (var (area, before, after) in new[] { ("BU99990101", 3, 6), ("BU99990203", 2, 5), ("BU99990202", 4, 2), ("BU99990303", 3, 1) })
        {
            Set(area, 2018, "liveability_class", before);
            Set(area, 2020, "liveability_class", after);
        }

        // A gain that was kept, one that stalled, one that is gone, and none.
        (string Area, int From, int Top, int Now)[] gains =
            [("WK999901", 3, 5, 6), ("WK999902", 3, 6, 4), ("WK999903", 4, 6, 4), (Code, 5, 4, 6), ("CU9999-mill", 3, 5, 2)];
        foreach (var (area, from, top, now) in gains)
        {
            Set(area, 2002, "liveability_class", from);
            Set(area, 2012, "liveability_class", top);
            Set(area, 2018, "liveability_class", now);
        }

        // A budget that splits to the cent, none, one without homes to split it over, and one that is no amount.
        Set(Code, 2018, "liveability_budget", 250_000);
        Set(Code, 2019, "liveability_budget", value: null);
        Set(Code, 2020, "liveability_budget", 250_000.37m);
        Set(Code, 2021, "liveability_budget", -1);
        foreach (var year in Years)
        {
            foreach (var (complex, homes) in Complexes.Zip([400, 90, 150, 260, 0]))
            {
                Set(complex, year, "homes_managed", homes);
            }
        }

        // Complexes: one of which much is missing, one that improves with support, and trends next to what staff see.
        foreach (var indicator in Registrations.Append("burglaries").Append("social_assistance"))
        {
            Set("CU9999-mill", 2020, indicator, value: null);
        }

        (string Complex, decimal First, decimal Step, decimal Signal)[] trends =
            [("CU9999-harbour", 20, 3, 1), ("CU9999-mill", 30, -4, 0.5m), ("CU9999-park", 10, 0.1m, 0), ("CU9999-quay", 40, -8, -1)];
        foreach (var (complex, first, step, signal) in trends)
        {
            foreach (var year in Years)
            {
                Set(complex, year, "nuisance_cases", first + (step * (year - 2018)));
                Set(complex, year, "staff_nuisance_signal", signal);
            }
        }

        foreach (var (year, place) in Years.Index().Select(year => (year.Item, year.Index)))
        {
            Set("CU9999-quay", year, "burglaries", 18 - (5 * place));
            Set("CU9999-quay", year, "rent_arrears", 18 - (5 * place));
            Set("CU9999-quay", year, "staff_neighbourhood_grade", 5 + place);
            Set("CU9999-quay", year, "liveability_effort", 50_000);
        }

        Set("CU9999-harbour", 2021, "liveability_effort", ObservedValue.Suppressed);
        Set("CU9999-harbour", 2020, "burglaries", 30);
        Set("CU9999-harbour", 2021, "staff_nuisance_signal", value: null);
    }

    private void SetMovers(string area, int year, decimal stayers, decimal leavers, decimal entrants)
    {
        Set(area, year, "stayers", stayers);
        Set(area, year, "leavers", leavers);
        Set(area, year, "entrants", entrants);
    }

    private void SetMeans(string area, int year, decimal stayersThen, decimal stayersNow, decimal leaversThen, decimal entrantsNow)
    {
        Set(area, year, "income_stayers_then", stayersThen);
        Set(area, year, "income_stayers_now", stayersNow);
        Set(area, year, "income_leavers_then", leaversThen);
        Set(area, year, "income_entrants_now", entrantsNow);
    }
}
