using System.Globalization;
using System.Runtime.InteropServices;
using Spectre.Console;
using Wijkmonitor.Bench.Measuring;

namespace Wijkmonitor.Bench;

/// <summary>Report of figures.</summary>
internal static class Report
{
    public static void Show(IReadOnlyList<Figure> figures)
    {
        var table = new Table().Border(TableBorder.Rounded).AddColumns("what", "measured", "floor", "the floor is", "ratio", "target ratio", "met");
        foreach (var column in (int[])[1, 2, 4, 5])
        {
            table.Columns[column].RightAligned().NoWrap();
        }

        foreach (var figure in figures)
        {
            table.AddRow(
                new Text(figure.Name),
                new Text(figure.Measured),
                new Text(figure.Floor),
                new Text(figure.FloorIs),
                new Text(figure.Ratio.ToString("0.00", CultureInfo.InvariantCulture)),
                new Text(figure.Target is { } target ? string.Create(CultureInfo.InvariantCulture, $"<= {target:0.0#}") : "-"),
                new Markup(figure.IsMet switch { true => "[green]yes[/]", false => "[red]no[/]", null => "-" }));
        }

        AnsiConsole.Write(table);
    }

    public static void ShowMachine() => AnsiConsole.MarkupLineInterpolated(
        CultureInfo.InvariantCulture,
        $"{Environment.ProcessorCount} cores, {RuntimeInformation.OSDescription} ({RuntimeInformation.OSArchitecture}), {RuntimeInformation.FrameworkDescription}. Times are medians unless they say p99.");
}
