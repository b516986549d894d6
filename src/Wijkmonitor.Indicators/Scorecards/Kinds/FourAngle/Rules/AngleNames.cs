using System.Text.Json.Serialization;
using Wijkmonitor.Indicators.Configuration;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.FourAngle.Rules;

/// <summary>The four ways of looking at an area.</summary>
[JsonConverter(typeof(ChoiceJsonConverter<AngleName>))]
public enum AngleName
{
    /// <summary>Published by others: CBS, Leefbaarometer, WoonZorgwijzer.</summary>
    [JsonStringEnumMemberName("external")]
    External,

    /// <summary>Two-yearly survey of tenants (KTO).</summary>
    [JsonStringEnumMemberName("tenant-survey")]
    TenantSurvey,

    /// <summary>Registrations of the corporation, as totals by area: nuisance, turnover, arrears, fraud.</summary>
    [JsonStringEnumMemberName("own-registrations")]
    OwnRegistrations,

    /// <summary>Signals of the corporation's staff, from their questionnaire.</summary>
    [JsonStringEnumMemberName("staff-signals")]
    StaffSignals,
}

/// <summary>The words for the four angles in rules, codes and keys.</summary>
internal static class AngleNames
{
    /// <summary>Gets the name of an angle in rules and codes.</summary>
    public static string GetName(AngleName name) => name switch
    {
        AngleName.External => "external",
        AngleName.TenantSurvey => "tenant-survey",
        AngleName.OwnRegistrations => "own-registrations",
        _ => "staff-signals",
    };

    /// <summary>Gets the code of an angle's line.</summary>
    public static string GetLineCode(AngleName name) => "angle-" + GetName(name);
}
