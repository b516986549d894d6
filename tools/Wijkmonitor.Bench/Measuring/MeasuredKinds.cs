using Wijkmonitor.Functions.Scoring;
using Wijkmonitor.Indicators.Scorecards.Kinds;

namespace Wijkmonitor.Bench.Measuring;

/// <summary>Kinds of scorecards that are measured.</summary>
internal static class MeasuredKinds
{
    /// <summary>A kind that compares each line with the city; its scorecards of the samples differ for partners.</summary>
    public static string Judged { get; } = ScorecardKinds.Infos.First(info => info.CountsJudgements).Name;

    /// <summary>A kind of one scorecard for a municipality, which is public as a whole in the samples.</summary>
    public static string Municipal { get; } = ScorecardKinds.Infos.First(info => info.IsMunicipal).Name;

    /// <summary>Gets the setting that names the example rules of a kind.</summary>
    public static KeyValuePair<string, string> GetSetting(string kind) => new(ScoringRules.GetSettingName(kind), $"rules/{kind}/example.json");
}
