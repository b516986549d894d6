using Wijkmonitor.Indicators.Scorecards.Model;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.Compass;

/// <summary>Changes of colour since the start. Where boundaries differ nothing is compared.</summary>
internal sealed class CompassChange
{
    private readonly Dictionary<string, Judgement> starts;
    private readonly List<(Judgement Start, Judgement Now)> pairs;

    private CompassChange(List<(Judgement Start, Judgement Now)> found)
    {
        AcrossBoundaries = [.. found.Where(p => !HaveSameBoundaries(p.Start, p.Now)).Select(p => p.Now.Indicator.Code)];
        pairs = AcrossBoundaries.Count == 0 ? found : [];
        starts = pairs.ToDictionary(p => p.Now.Indicator.Code, p => p.Start, StringComparer.Ordinal);
        FirstBoundaryYear = found.Count == 0 ? null : found.Min(p => p.Start.Own!.BoundaryYear);
    }

    /// <summary>The indicators whose figures at the start were for other boundaries; where there are any, nothing was compared.</summary>
    public IReadOnlyList<string> AcrossBoundaries { get; }

    /// <summary>The first boundary year at the start; null where there is nothing to compare with.</summary>
    public int? FirstBoundaryYear { get; }

    /// <summary>Whether there is anything to compare with, over the same boundaries.</summary>
    public bool IsCompared => pairs.Count > 0;

    /// <summary>The indicators whose colour is better than at the start.</summary>
    public IReadOnlyList<string> Better => FindTurned((start, now) => now < start);

    /// <summary>The indicators whose colour is worse than at the start.</summary>
    public IReadOnlyList<string> Worse => FindTurned((start, now) => now > start);

    /// <summary>The share of the lines that were red at the start and are yellow or green now, in percent.</summary>
    /// <remarks>
    /// It is taken over the indicators that were red at the start and have a colour now, and rounded to one decimal, half away from zero. Null where
    /// none was red or nothing was compared.
    /// </remarks>
    public decimal? RedsTurned
    {
        get
        {
            var reds = pairs.Where(p => p.Start.Signal == Signal.Red).ToList();
            var turned = reds.Count(p => p.Now.Signal != Signal.Red);
            return reds.Count == 0 ? null : Math.Round(100m * turned / reds.Count, 1, MidpointRounding.AwayFromZero);
        }
    }

    /// <summary>Compares judgements with those at the start.</summary>
    public static CompassChange Create(IEnumerable<Judgement> judgements, Func<Judgement, Judgement?> start)
    {
        List<(Judgement Start, Judgement Now)> found = [];
        foreach (var now in judgements.Where(j => j.NotJudgedReason == NotJudgedReason.None))
        {
            if (start(now) is { NotJudgedReason: NotJudgedReason.None } then)
            {
                found.Add((then, now));
            }
        }

        return new CompassChange(found);
    }

    /// <summary>Finds the judgement at the start that this one was compared with, or null where it was not.</summary>
    public Judgement? FindStart(Judgement now) => starts.GetValueOrDefault(now.Indicator.Code);

    // A city's own figure is for boundaries too: after a merger of municipalities it is another city.
    private static bool HaveSameBoundaries(Judgement start, Judgement now) =>
        start.Own?.BoundaryYear == now.Own?.BoundaryYear
        && (start.City.Own is null || now.City.Own is null || start.City.Own.BoundaryYear == now.City.Own.BoundaryYear);

    private List<string> FindTurned(Func<Signal, Signal, bool> turned) =>
        [.. pairs.Where(p => turned(p.Start.Signal, p.Now.Signal)).Select(p => p.Now.Indicator.Code)];
}
