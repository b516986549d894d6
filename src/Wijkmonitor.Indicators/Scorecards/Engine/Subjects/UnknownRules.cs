using Wijkmonitor.Indicators.Access;
using Wijkmonitor.Indicators.Localization;
using Wijkmonitor.Indicators.Observations.Periods;
using Wijkmonitor.Indicators.Scorecards.Model;

namespace Wijkmonitor.Indicators.Scorecards.Engine.Subjects;

/// <summary>Scorecards of subjects that name rules that were not chosen: they say so, so that no subject gets lost.</summary>
public static class UnknownRules
{
    /// <summary>The version of the rules on such a scorecard.</summary>
    public const string Version = "none";

    private static readonly BilingualText Theme = new("Regels", "Rules");
    private static readonly BilingualText Label = new("Regels die dit onderwerp noemt", "Rules that this subject names");

    /// <summary>Computes the scorecards.</summary>
    /// <param name="figures">Known figures of the municipality.</param>
    /// <param name="kinds">The kinds by the rules that were chosen.</param>
    /// <param name="infos">All kinds, which can narrow a scorecard without rules too.</param>
    public static IEnumerable<Scorecard> Compute(
        MunicipalityFigures figures, IReadOnlyList<IScorecardKind> kinds, IReadOnlyList<ScorecardKindInfo> infos)
    {
        if (!figures.Records.Any(record => Subject.Datasets.Contains(record.Dataset, StringComparer.Ordinal)))
        {
            yield break;
        }

        var chosen = kinds.Where(kind => kind.RulesCode is not null).ToLookup(kind => kind.Name, kind => kind.RulesCode!, StringComparer.Ordinal);
        foreach (var subject in SubjectIndex.For(new MunicipalityContext(figures)).Subjects
            .Where(subject => !chosen[subject.Kind].Contains(subject.Rules, StringComparer.Ordinal)))
        {
            var info = infos.FirstOrDefault(known => known.Name == subject.Kind);
            yield return Create(subject, [.. chosen[subject.Kind].Order(StringComparer.Ordinal)], figures) with
            {
                Visibility = NarrowedVisibility.GetStrictest(info?.Visibility, subject.Visibility),
                About = subject.Details,
            };
        }
    }

    private static Scorecard Create(Subject subject, List<string> chosen, MunicipalityFigures figures)
    {
        var line = LineBuilder.Create("rules", Theme, Label, "")
            .AddInput(ScorecardInput.FromRecord("subject", subject.Record))
            .Require(LineState.Unresolved, new(
                $"Het onderwerp '{subject.Title}' noemt de regels '{subject.Rules}', en die zijn hier niet gekozen.",
                $"The subject '{subject.Title}' names the rules '{subject.Rules}', which were not chosen here."))
            .Build();
        return new Scorecard(
            subject.Kind, subject.Code, subject.Area, new Period(subject.ValidFrom.Year), Version, subject.GetBoundaryYear(figures.Areas), [line], [],
            [new Finding("unknown-rules", FindingSeverity.Warning, [line.Code], Describe(subject, chosen))]);
    }

    private static BilingualText Describe(Subject subject, List<string> chosen)
    {
        var source = subject.Record.Source;
        var place = new BilingualText($"Regel {source.Line} van levering {source.Delivery}", $"Line {source.Line} of delivery {source.Delivery}");
        var known = string.Join(", ", chosen);
        return chosen.Count == 0
            ? new(
                $"{place.Nl}, kolom 'rules': '{subject.Rules}' is onbekend, want voor '{subject.Kind}' zijn geen regels gekozen. Vraag de beheerder regels te kiezen.",
                $"{place.En}, column 'rules': '{subject.Rules}' is unknown, as no rules were chosen for '{subject.Kind}'. Ask the administrator to choose rules.")
            : new(
                $"{place.Nl}, kolom 'rules': '{subject.Rules}' is onbekend. Noem een van: {known}; of vraag de beheerder deze regels te kiezen.",
                $"{place.En}, column 'rules': '{subject.Rules}' is unknown. Name one of: {known}; or ask the administrator to choose these rules.");
    }
}
