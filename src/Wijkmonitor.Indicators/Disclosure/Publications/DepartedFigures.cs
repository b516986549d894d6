using System.Globalization;
using Wijkmonitor.Indicators.Aggregation;
using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Observations.Periods;

namespace Wijkmonitor.Indicators.Disclosure.Publications;

/// <summary>Figures of a period that are no longer in the tables, each with the last number that it had.</summary>
/// <remarks>
/// They were withdrawn, left out of a later file, or are withheld by their publisher since. Who kept them still subtracts with them. A figure of a custom
/// area that has other parts now is one of an area of its own.
/// </remarks>
public sealed class DepartedFigures
{
    // No dataset holds them.
    private const string NoDataset = "";

    private readonly List<Observation> observations = [];
    private readonly List<Observation> withheld = [];
    private readonly Dictionary<AreaCode, CustomArea> formerAreas = [];

    /// <summary>Figures that are no longer in the tables.</summary>
    /// <param name="period">The period.</param>
    /// <param name="record">Its record.</param>
    /// <param name="now">The figures of that period that are in the tables.</param>
    /// <param name="customAreas">The custom areas of the municipality, as they are defined now.</param>
    public DepartedFigures(Period period, PublishedPeriod record, IEnumerable<Observation> now, IReadOnlyCollection<CustomArea> customAreas)
    {
        if (record.Last.Count == 0)
        {
            return;
        }

        var present = now.Where(observation => observation.Value.Number is not null).Select(o => (o.Indicator, o.Area.Value)).ToHashSet();
        var definitions = customAreas.ToLookup(custom => custom.Area.Code.Value, GetParts, StringComparer.Ordinal);
        foreach (var (indicator, ofIndicator) in record.Last)
        {
            foreach (var (area, figures) in ofIndicator)
            {
                foreach (var figure in figures)
                {
                    if (figure.Parts is not null && !definitions[area].Any(figure.HasParts))
                    {
                        AddFormer(Create(period, indicator, area, figure), figure.Parts, record);
                    }
                    else if (!present.Contains((indicator, area)))
                    {
                        Add(Create(period, indicator, area, figure), record);
                    }
                }
            }
        }
    }

    /// <summary>The figures; those of a former custom area as if their source had published them.</summary>
    public IReadOnlyList<Observation> Observations => observations;

    /// <summary>Those of them that were never shown.</summary>
    public IReadOnlyList<Observation> Withheld => withheld;

    /// <summary>Custom areas with the parts that they had when a figure of them was shown.</summary>
    public IReadOnlyCollection<CustomArea> FormerAreas => formerAreas.Values;

    /// <summary>Whether a figure is no longer in the tables.</summary>
    public static bool IsDeparted(Observation observation) => observation.Dataset.Length == 0;

    /// <summary>Finds the parts that a figure is about: null where its area is no custom area.</summary>
    public static IReadOnlyList<LastPart>? FindParts(Observation observation, IReadOnlyCollection<CustomArea> customAreas) => customAreas
        .Where(custom => observation.Area.Level == AreaLevel.Custom && custom.Area.Code == observation.Area)
        .OrderBy(custom => custom.Area.BoundaryYear == observation.BoundaryYear ? 0 : 1)
        .Select(GetParts)
        .FirstOrDefault();

    private void Add(Observation observation, PublishedPeriod record)
    {
        observations.Add(observation);
        if (!record.WasShown(observation))
        {
            withheld.Add(observation);
        }
    }

    // A sum that nobody saw ties nothing.
    private void AddFormer(Observation observation, IReadOnlyList<LastPart> parts, PublishedPeriod record)
    {
        if (!record.WasShown(observation))
        {
            return;
        }

        var text = parts.Select(part => string.Create(CultureInfo.InvariantCulture, $"{part.Area}*{part.Weight:0.############}"));
        var code = AreaCode.Parse($"CU{observation.Area.Value.AsSpan(2, 4)}-{UnitDigest.Compute(text.Prepend(observation.Area.Value))}");
        observations.Add(observation with { Area = code, IsPublished = true });
        formerAreas[code] = new CustomArea(
            new Area(code, observation.Area.Value, observation.BoundaryYear),
            [.. parts.Select(part => new CustomAreaPart(AreaCode.Parse(part.Area), part.Weight, Line: 0))],
            Delivery: "");
    }

    private static Observation Create(Period period, string indicator, string area, LastFigure figure) => new(
        AreaCode.Parse(area), period, indicator, ObservedValue.Known(figure.Number), NoDataset, figure.BoundaryYear, FigureStatus.None, new SourceLine("", 0))
    {
        Rounding = figure.Rounding,
    };

    private static IReadOnlyList<LastPart> GetParts(CustomArea custom) =>
        [.. custom.Parts.Select(part => new LastPart(part.Area.Value, part.Weight)).OrderBy(part => part.Area, StringComparer.Ordinal)];
}
