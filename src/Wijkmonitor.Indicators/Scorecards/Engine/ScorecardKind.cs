using Wijkmonitor.Indicators.Access;
using Wijkmonitor.Indicators.Configuration;
using Wijkmonitor.Indicators.Scorecards.Engine.Rules;
using Wijkmonitor.Indicators.Scorecards.Model;
using Wijkmonitor.Indicators.Scorecards.Model.Subjects;

namespace Wijkmonitor.Indicators.Scorecards.Engine;

/// <summary>A kind of scorecard by the rules that were chosen for it. It holds no state between municipalities.</summary>
/// <typeparam name="TRules">The rules.</typeparam>
/// <param name="rules">The rules.</param>
/// <param name="info">Name and description of the kind.</param>
public abstract class ScorecardKind<TRules>(TRules rules, ScorecardKindInfo info) : IScorecardKind
    where TRules : ScorecardRules
{
    /// <inheritdoc/>
    public ScorecardKindInfo Info => info;

    /// <inheritdoc/>
    public string Name => info.Name;

    /// <inheritdoc/>
    public string RuleVersion => rules.Version;

    /// <inheritdoc/>
    public DatasetVisibility? Visibility => NarrowedVisibility.GetStrictest(info.Visibility, rules.Visibility);

    /// <inheritdoc/>
    public IReadOnlyList<RenamedField> RenamedFields => rules.RenamedFields;

    /// <summary>The rules.</summary>
    protected TRules Rules => rules;

    /// <inheritdoc/>
    public IEnumerable<Scorecard> Compute(MunicipalityFigures figures, Action<ScorecardFailure>? onFailure = null)
    {
        using var areas = Attempt(() => GetAreas(new MunicipalityContext(figures)).GetEnumerator(), area: null, onFailure);
        while (areas is not null && Attempt(areas.MoveNext, area: null, onFailure))
        {
            var area = areas.Current;
            foreach (var scorecard in Attempt(() => CreateScorecards(area).Select(Build).ToList(), area, onFailure) ?? [])
            {
                yield return scorecard;
            }
        }
    }

    private T? Attempt<T>(Func<T> compute, AreaContext? area, Action<ScorecardFailure>? onFailure)
    {
        try
        {
            return compute();
        }
        catch (Exception e) when (onFailure is not null && e is not OperationCanceledException)
        {
            onFailure(new ScorecardFailure(Name, area?.Period, area?.Code, e));
            return default;
        }
    }

    private Scorecard Build(ScorecardBuilder builder)
    {
        var scorecard = builder.Build();
        return scorecard with { Visibility = NarrowedVisibility.GetStrictest(Visibility, scorecard.Visibility) };
    }

    /// <summary>Gets the areas and periods that may have a scorecard, by period and then by code.</summary>
    private protected abstract IEnumerable<AreaContext> GetAreas(MunicipalityContext municipality);

    /// <summary>Creates the scorecards of an area in a period, or none where it has none after all.</summary>
    private protected abstract IEnumerable<ScorecardBuilder> CreateScorecards(AreaContext area);

    /// <summary>Creates a scorecard without lines.</summary>
    /// <param name="area">The area in its period.</param>
    /// <param name="withholdsInputs">Whether a line that is withheld names no inputs either.</param>
    /// <param name="boundaryYear">The year of its boundaries, where that is not the area's in the period.</param>
    /// <param name="subject">The id of what it is about, where an area can have several scorecards of the kind.</param>
    /// <param name="details">Name and extent of the subject; null where it has none.</param>
    /// <param name="visibility">Audience, where its subject narrows that further than the kind and its rules.</param>
    private protected ScorecardBuilder CreateBuilder(
        AreaContext area, bool withholdsInputs = false, int? boundaryYear = null, string? subject = null, SubjectDetails? details = null,
        DatasetVisibility? visibility = null) =>
        new(info, RuleVersion, area)
        {
            WithholdsInputs = withholdsInputs,
            BoundaryYear = boundaryYear,
            Subject = subject,
            About = details,
            Visibility = visibility,
        };
}
