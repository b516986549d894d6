using Wijkmonitor.Indicators.Localization;

namespace Wijkmonitor.Indicators.Observations.Periods;

/// <summary>The names of the kinds of periods, in files and for people.</summary>
public static class PeriodGranularityNames
{
    /// <summary>All kinds by the name that files, queries and answers have.</summary>
    public static IReadOnlyDictionary<string, PeriodGranularity> All { get; } = Enum.GetValues<PeriodGranularity>().ToDictionary(Get, StringComparer.Ordinal);

    /// <summary>Gets the name that files, queries and answers have.</summary>
    public static string Get(PeriodGranularity granularity) => granularity switch
    {
        PeriodGranularity.Year => "year",
        PeriodGranularity.SchoolYear => "school-year",
        PeriodGranularity.Quarter => "quarter",
        PeriodGranularity.Month => "month",
        _ => "week",
    };

    /// <summary>Gets the plural for people, such as "kwartalen".</summary>
    public static BilingualText GetPlural(PeriodGranularity granularity) => granularity switch
    {
        PeriodGranularity.Year => new("jaren", "years"),
        PeriodGranularity.SchoolYear => new("schooljaren", "school years"),
        PeriodGranularity.Quarter => new("kwartalen", "quarters"),
        PeriodGranularity.Month => new("maanden", "months"),
        _ => new("weken", "weeks"),
    };

    /// <summary>Gets how such a period is written, with an example for people.</summary>
    public static BilingualText GetForm(PeriodGranularity granularity) => granularity switch
    {
        PeriodGranularity.Year => new("2019 (jaar)", "2019 (year)"),
        PeriodGranularity.SchoolYear => new("2019-SY (schooljaar 2019/'20)", "2019-SY (school year 2019/20)"),
        PeriodGranularity.Quarter => new("2019-Q1 (kwartaal)", "2019-Q1 (quarter)"),
        PeriodGranularity.Month => new("2019-03 (maand)", "2019-03 (month)"),
        _ => new("2019-W05 (week)", "2019-W05 (week)"),
    };
}
