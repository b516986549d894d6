using System.Collections.Frozen;
using Wijkmonitor.Indicators.Localization;

namespace Wijkmonitor.Indicators.Scorecards.Model.Calculations;

/// <summary>Labels of the steps of calculations that several kinds of scorecards have.</summary>
/// <remarks>
/// A step's name is its key within its calculation; labels are for people. A step that one kind alone has gets its label in the folder of that kind.
/// </remarks>
public static class StepText
{
    private static readonly FrozenDictionary<string, BilingualText> Shared = new (string Name, string Nl, string En)[]
    {
        ("gap", "verschil", "gap"),
        ("sum", "som", "sum"),
        ("mean", "gemiddelde", "average"),
        ("weighted", "gewogen som", "weighted sum"),
        ("share", "aandeel", "share"),
        ("favourable", "hoe gunstig", "how favourable"),
        ("z-score", "z-score", "z-score"),
    }.ToFrozenDictionary(name => name.Name, name => new BilingualText(name.Nl, name.En), StringComparer.Ordinal);

    // What comes before or after a name of its own: a year, a part, or the figure that a step is on the way to.
    private static readonly (string Start, string Nl, string En)[] Starts =
    [
        ("weighted-", "één deel maal zijn gewicht", "one part times its weight"),
        ("distance-", "afstand tot het gemiddelde jaar: {0}", "distance to the average year: {0}"),
        ("product-", "afstand maal het cijfer: {0}", "distance times the figure: {0}"),
        ("square-", "kwadraat van de afstand: {0}", "square of the distance: {0}"),
    ];

    private static readonly (string End, string Nl, string En)[] Ends =
    [
        ("-distance", "{0}: afstand tot het gemiddelde", "{0}: distance to the average"),
        ("-unrounded", "{0}: niet afgerond", "{0}: unrounded"),
        ("-share", "{0}: deel", "{0}: part"),
        ("-part", "{0}: deel", "{0}: part"),
        ("-percent", "{0}: in procenten", "{0}: in percent"),
        ("-low", "{0}, ten minste", "{0}, at least"),
        ("-high", "{0}, ten hoogste", "{0}, at most"),
    ];

    /// <summary>The beginnings of names that have a year or a part of a scorecard in them.</summary>
    public static IReadOnlyList<string> Prefixes { get; } = [.. Starts.Select(start => start.Start)];

    /// <summary>Creates the labels of the steps of a kind, in order of name.</summary>
    /// <param name="own">The words that it has for steps of its own, which go before shared ones.</param>
    /// <param name="others">The names of its other steps: shared ones, and those that have an ending after another name, such as <c>-unrounded</c>.</param>
    /// <exception cref="InvalidOperationException">There are no words for a name.</exception>
    public static IReadOnlyDictionary<string, BilingualText> CreateLabels(
        IEnumerable<(string Name, string Nl, string En)> own, params IEnumerable<string> others)
    {
        var labels = new SortedDictionary<string, BilingualText>(StringComparer.Ordinal);
        foreach (var (name, nl, en) in own)
        {
            labels.Add(name, new BilingualText(nl, en));
        }

        foreach (var name in others)
        {
            labels.Add(name, Find(name, labels) ?? throw new InvalidOperationException($"The step '{name}' has no words."));
        }

        return labels.ToDictionary(StringComparer.Ordinal);
    }

    /// <summary>Gets the label of a step. A name that there are no words for is given as it is, with spaces.</summary>
    /// <param name="name">The step.</param>
    /// <param name="own">The words that its kind has for its steps.</param>
    public static BilingualText GetLabel(string name, IReadOnlyDictionary<string, BilingualText> own) =>
        Find(name, own) ?? new BilingualText(name.Replace('-', ' '), name.Replace('-', ' '));

    /// <summary>Finds the label of a step; null when there is none.</summary>
    /// <param name="name">The step.</param>
    /// <param name="own">The words that its kind has for its steps.</param>
    public static BilingualText? Find(string name, IReadOnlyDictionary<string, BilingualText> own)
    {
        if (own.TryGetValue(name, out var known) || Shared.TryGetValue(name, out known))
        {
            return known;
        }

        foreach (var (start, nl, en) in Starts)
        {
            if (name.StartsWith(start, StringComparison.Ordinal))
            {
                return Fill(nl, en, new BilingualText(name[start.Length..], name[start.Length..]));
            }
        }

        foreach (var (end, nl, en) in Ends)
        {
            if (name.EndsWith(end, StringComparison.Ordinal) && Find(name[..^end.Length], own) is { } before)
            {
                return Fill(nl, en, before);
            }
        }

        return null;
    }

    private static BilingualText Fill(string nl, string en, BilingualText with) =>
        new(nl.Replace("{0}", with.Nl, StringComparison.Ordinal), en.Replace("{0}", with.En, StringComparison.Ordinal));
}
