using Wijkmonitor.Indicators.Aggregation;
using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Observations.Periods;

namespace Wijkmonitor.Indicators.Tests.Observations;

/// <summary>Builds observations; all of a set have the same boundaries unless said otherwise.</summary>
internal sealed class Observed
{
    private const int BoundaryYear = 2016;
    private readonly List<Observation> observations = [];
    private string dataset = "area-indicators";

    public IReadOnlyList<Observation> All => observations;

    public ObservationSet Set => new(observations);

    /// <summary>Adds the following observations to this dataset.</summary>
    public Observed From(string name)
    {
        dataset = name;
        return this;
    }

    public Observed Value(string area, int year, string indicator, decimal value, int boundaryYear = BoundaryYear, bool provisional = false) =>
        Add(area, year, indicator, ObservedValue.Known(value), boundaryYear, provisional);

    public Observed Without(string area, int year, string indicator, ObservedState state, int boundaryYear = BoundaryYear) =>
        Add(area, year, indicator, ObservedValue.FromState(state), boundaryYear, provisional: false);

    /// <summary>Adds a value about a period of any kind, such as 2017-Q1.</summary>
    public Observed In(string period, string area, string indicator, decimal value)
    {
        Value(area, year: 2017, indicator, value);
        observations[^1] = observations[^1] with { Period = Period.TryParse(period, out var parsed) ? parsed : throw new ArgumentException(period, nameof(period)) };
        return this;
    }

    /// <summary>Gives the last one what is next to a value.</summary>
    public Observed With(ObservedInterval? interval = null, FigureStatus status = FigureStatus.None, FigureRounding? rounding = null, bool isPublished = false)
    {
        observations[^1] = observations[^1] with { Interval = interval, Status = status, Rounding = rounding, IsPublished = isPublished };
        return this;
    }

    private Observed Add(string area, int year, string indicator, ObservedValue value, int boundaryYear, bool provisional)
    {
        var source = new SourceLine("delivery", observations.Count + 2);
        observations.Add(new Observation(AreaCode.Parse(area), new Period(year), indicator, value, dataset, boundaryYear, provisional ? FigureStatus.Provisional : FigureStatus.None, source));
        return this;
    }
}
