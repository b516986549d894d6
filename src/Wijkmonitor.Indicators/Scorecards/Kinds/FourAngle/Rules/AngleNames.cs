namespace Wijkmonitor.Indicators.Scorecards.Kinds.FourAngle.Rules;

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
