using System.Text.Json.Serialization;
using Wijkmonitor.Indicators.Access;
using Wijkmonitor.Indicators.Localization;
using Wijkmonitor.Indicators.Scorecards.Engine.Rules;
using Wijkmonitor.Indicators.Scorecards.Engine.Subjects;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.ObservedPlaces.Rules;

/// <summary>The rules of places that are observed in rounds. What a source leaves open is null by choice or chosen here.</summary>
/// <param name="Version">The version of the rules; it is stored with every scorecard computed from them.</param>
/// <param name="Title">Title of these rules.</param>
/// <param name="Source">Origin of the rules, and what in them is the author's own choice.</param>
/// <param name="Code">The code by which subjects name these rules: lower-case words with hyphens.</param>
/// <param name="Datasets">The datasets with the records; of two that say the same of one thing the one named first counts.</param>
/// <param name="Scale">The classes, from clean to worst; at least two.</param>
/// <param name="Themes">The themes that are observed; at least one.</param>
/// <param name="PlannedRounds">Number of rounds that are planned in a year; null where nobody planned any.</param>
/// <param name="MinRounds">Number of rounds below which a mean is not judged, 1 or more.</param>
/// <param name="ActFrom">The class from which something has to be done; null where nobody chose one.</param>
/// <param name="TestFrom">Number of rounds below which ways of working are not tested against chance, 2 or more.</param>
/// <param name="Notes">Remarks that each scorecard by these rules has as a finding, such as where a source contradicts itself.</param>
/// <param name="Visibility">
/// Widest audience of the scorecards: public, partners or owner; absent where the kind and the datasets of their inputs alone decide.
/// </param>
public sealed record ObservedPlacesRules(
    string Version,
    BilingualText Title,
    string Source,
    string Code,
    IReadOnlyList<string> Datasets,
    IReadOnlyList<PlaceClass> Scale,
    IReadOnlyList<PlaceTheme> Themes,
    int? PlannedRounds,
    int MinRounds,
    decimal? ActFrom,
    int TestFrom,
    IReadOnlyList<RuleNote> Notes,
    DatasetVisibility? Visibility = null)
    : SubjectRules(Version, Title, Source, Code, Datasets, Notes, Visibility)
{
    /// <summary>The name of the kind.</summary>
    internal const string Kind = "observed-places";

    private const int MaxRounds = 1_000;

    internal override IEnumerable<string> LineCodes => Themes.SelectMany(theme => new[] { theme.RoundsCode, theme.MeanCode }
        .Concat(theme.Methods.Select(method => theme.GetMethodCode(method.Code)))
        .Concat(GetPairs(theme).Select(pair => theme.GetComparisonCode(pair.One.Code, pair.Other.Code))));

    internal override IEnumerable<string> LinePrefixes => Themes.Select(theme => theme.GetPlaceCode(""));

    /// <summary>Gets the ways of working of a theme two by two.</summary>
    internal static IEnumerable<(PlaceMethod One, PlaceMethod Other)> GetPairs(PlaceTheme theme) =>
        theme.Methods.SelectMany((one, index) => theme.Methods.Skip(index + 1).Select(other => (one, other)));

    internal override void Validate(RuleValidator validator)
    {
        ValidateSubjects(validator);
        validator.Require(Scale.Count >= 2, "'scale' has fewer than two classes.");
        validator.Require(Scale.Zip(Scale.Skip(1)).All(pair => pair.First.Class < pair.Second.Class), "'scale' must have its classes from low to high.");
        validator.RequireAny("themes", Themes);
        validator.RequireWords("themes", Themes.Select(theme => theme.Code));
        validator.RequireUnique("themes", Themes.Select(theme => theme.Code));
        validator.Require(
            Themes.All(theme => Themes.All(other => !other.Code.StartsWith(theme.Code + "-", StringComparison.Ordinal))),
            "'themes' has a code that another one begins with, so that lines of places could have one code.");
        foreach (var theme in Themes)
        {
            validator.RequireWords("themes.methods", theme.Methods.Select(method => method.Code));
            validator.RequireUnique("themes.methods", theme.Methods.Select(method => method.Code));
        }

        validator.Require(PlannedRounds is null or (>= 1 and <= MaxRounds), "'plannedRounds' must be 1 to 1000.");
        validator.Require(MinRounds >= 1, "'minRounds' is below 1.");
        validator.Require(!(MinRounds > PlannedRounds), "'minRounds' is above 'plannedRounds', so that nothing would be judged.");
        validator.Require(TestFrom is >= 2 and <= MaxRounds, "'testFrom' must be 2 to 1000.");
        validator.Require(
            ActFrom is null || (Scale.Count > 0 && ActFrom > Scale[0].Class && ActFrom <= Scale[^1].Class),
            "'actFrom' must lie above the lowest class of 'scale' and not above the highest.");
    }
}

/// <summary>JSON of these rules.</summary>
[JsonSerializable(typeof(ObservedPlacesRules))]
internal sealed partial class ObservedPlacesRulesJson : JsonSerializerContext;
