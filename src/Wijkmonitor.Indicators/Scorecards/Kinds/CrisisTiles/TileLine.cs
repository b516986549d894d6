using Wijkmonitor.Indicators.Localization;
using Wijkmonitor.Indicators.Scorecards.Engine;
using Wijkmonitor.Indicators.Scorecards.Model;
using Wijkmonitor.Indicators.Scorecards.Model.Calculations;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.CrisisTiles;

/// <summary>The line of a tile. One in how many is base / count, rounded to whole numbers, half away from zero.</summary>
internal static class TileLine
{
    /// <summary>Adds the line of a tile.</summary>
    /// <param name="card">The scorecard.</param>
    /// <param name="tile">The tile.</param>
    /// <param name="theme">Theme of the tile.</param>
    /// <param name="input">Makes an input of a number of the tile, by its role.</param>
    public static void Add(ScorecardBuilder card, Tile tile, BilingualText theme, Func<string, decimal, ScorecardInput> input)
    {
        var line = card.AddLine(tile.Code, theme, tile.Label, tile.Unit)
            .Require(tile.Count is null, LineState.MissingInput,
                new($"Hoeveel het er zijn is niet bekend. Bron: {tile.Source}", $"How many there are is not known. Source: {tile.Source}"));
        if (tile.Count is not { } count)
        {
            return;
        }

        var isRange = count.High > count.Low;
        var (low, high) = (input(isRange ? "low" : "count", count.Low), input(isRange ? "high" : "count", count.High));
        var whole = tile.Base is { } known ? input("base", known.Value) : null;
        var calculation = new Calculation(CrisisTilesLabels.Steps);
        // The more there are, the fewer people there are to each: the high count gives the low "one in".
        var figures = whole is null ? [] : ComputeFigures(calculation, whole, low, high, isRange);
        line = isRange ? line.WithRange(count.Low, count.High).AddInputs([low, high]) : line.WithValue(count.Low).AddInputs([low]);
        line.AddInputs(whole is null ? [] : [whole])
            .AddFigures([.. figures, ("base", tile.Base?.Value), ("base-year", tile.Base?.Year?.Year), ("count-year", tile.CountYear?.Year)])
            .WithSteps(calculation)
            .Explain(text => TileText.Explain(text, tile, figures));
    }

    private static List<(string Name, decimal? Value)> ComputeFigures(Calculation calculation, ScorecardInput whole, ScorecardInput low,
        ScorecardInput high, bool isRange) =>
        isRange
            ?
            [
                ("share-low", ComputeShare(calculation, "share-low", low, whole)),
                ("share-high", ComputeShare(calculation, "share-high", high, whole)),
                ("one-in-low", ComputeOneIn(calculation, "one-in-low", high, whole)),
                ("one-in-high", ComputeOneIn(calculation, "one-in-high", low, whole)),
            ]
            : [("share", ComputeShare(calculation, "share", low, whole)), ("one-in", ComputeOneIn(calculation, "one-in", low, whole))];

    private static decimal ComputeShare(Calculation calculation, string name, ScorecardInput count, ScorecardInput whole)
    {
        var part = calculation.Divide($"{name}-part", CreateOperand(count), CreateOperand(whole));
        return calculation.Round(name, calculation.Multiply($"{name}-percent", part, Model.Calculations.Operand.FromConstant(100))).Value;
    }

    // Of nobody there is no one in how many.
    private static decimal? ComputeOneIn(Calculation calculation, string name, ScorecardInput count, ScorecardInput whole) =>
        count.Value == 0 ? null : calculation.Round(name, calculation.Divide($"{name}-unrounded", CreateOperand(whole), CreateOperand(count)), 0).Value;

    private static Operand CreateOperand(ScorecardInput input) => new(input.Value!.Value, input.Key);
}

/// <summary>Texts of a tile.</summary>
internal static class TileText
{
    /// <summary>Explains a tile that has a count.</summary>
    public static string Explain(NumberFormatter text, Tile tile, IReadOnlyList<(string Name, decimal? Value)> figures)
    {
        string FormatFigure(string name) => figures.FirstOrDefault(f => f.Name == name).Value is { } value ? text.Format(value) : "-";
        var count = FormatCount(text, tile.Count!);
        var year = tile.CountYear is { } counted ? $" ({counted})" : "";
        var source = DescribeStated(text, tile.StatedOneIn ?? []) + text.Localize($"Bron: {tile.Source}", $"Source: {tile.Source}");
        if (tile.Base is not { } whole)
        {
            return text.Localize($"{count}{year}. De bron noemt geen totaal. {source}", $"{count}{year}. The source gives no total. {source}");
        }

        var name = text.Localize(whole.Label.Nl, whole.Label.En)
            + (whole.IsOwnChoice ? text.Localize(" (zelf gekozen: de bron noemt geen totaal)", " (our own choice: the source gives no total)") : "");
        var (total, share) =
            (text.Format(whole.Value), figures.Any(f => f.Name == "share")
                ? FormatFigure("share")
                : text.Localize(
                    $"{FormatFigure("share-low")} tot {FormatFigure("share-high")}", $"{FormatFigure("share-low")} to {FormatFigure("share-high")}"));
        var oneIn = figures.Any(f => f.Name == "one-in")
            ? FormatFigure("one-in")
            : text.Localize(
                $"{FormatFigure("one-in-low")} tot {FormatFigure("one-in-high")}", $"{FormatFigure("one-in-low")} to {FormatFigure("one-in-high")}");
        return text.Localize(
            $"{count}{year} op {total} {name}: {share}%, een op de {oneIn}. {source}",
            $"{count}{year} of {total} {name}: {share}%, one in {oneIn}. {source}");
    }

    private static string DescribeStated(NumberFormatter text, IReadOnlyList<TileCount> stated)
    {
        if (stated.Count == 0)
        {
            return "";
        }

        var listed = string.Join(text.Localize(" en ", " and "), stated.Select(one => FormatCount(text, one)));
        return text.Localize($"De bron zelf zegt: een op de {listed}. ", $"The source itself says: one in {listed}. ");
    }

    private static string FormatCount(NumberFormatter text, TileCount count) => count.Low == count.High
        ? text.Format(count.Low)
        : text.Localize($"{text.Format(count.Low)} tot {text.Format(count.High)}", $"{text.Format(count.Low)} to {text.Format(count.High)}");
}
