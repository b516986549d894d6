using System.Globalization;
using Spectre.Console;
using Wijkmonitor.Functions.Api;
using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Catalogue;
using Wijkmonitor.Indicators.Scorecards;
using Wijkmonitor.Indicators.Scorecards.Wording;

namespace Wijkmonitor.Cli;

/// <summary>Shows what the API serves as tables in a terminal.</summary>
internal sealed class DemoTables(bool english)
{
    private const int MostAreas = 15;
    private readonly FigureText figures = english ? FigureText.En : FigureText.Nl;

    public static void Deliveries(IReadOnlyList<DeliveryResource> deliveries)
    {
        var table = new Table().Border(TableBorder.Rounded).Title("Deliveries").AddColumns("dataset", "file", "state").AddColumn("rows", Right).AddColumn("values", Right).AddColumn("problems", Right);
        foreach (var delivery in deliveries.Reverse())
        {
            var colour = delivery.State == "served" ? "green" : "red";
            table.AddRow(
                new Text(delivery.Dataset),
                new Text(delivery.File),
                new Markup($"[{colour}]{delivery.State}[/]"),
                new Text(Count(delivery.Rows)),
                new Text(Count(delivery.Values)),
                new Text(Count(delivery.Errors + delivery.Warnings)));
        }

        AnsiConsole.Write(table);
    }

    public void Statement(SocialMortgageItem mortgage, Scorecard statement)
    {
        var table = new Table().Border(TableBorder.Rounded)
            .Title($"{Say(mortgage.Title).EscapeMarkup()}: {figures.Choose("jaaropgave", "statement")} {statement.Period} ({statement.RuleVersion.EscapeMarkup()})")
            .AddColumns(figures.Choose("regel", "line"), figures.Choose("uitleg", "explanation"))
            .AddColumn("EUR", Right);
        foreach (var line in statement.Lines)
        {
            var amount = line.Amount is { } euros ? figures.Fixed(euros, 2) : StateOf(line.State);
            table.AddRow(new Text(Say(line.Label)), new Text(Say(line.Explanation)), new Text(amount));
        }

        table.AddEmptyRow();
        foreach (var total in statement.Totals)
        {
            var value = total.Value is { } number ? figures.Fixed(number, total.Unit == Indicator.Euro ? 2 : 0) + (total.Unit == "%" ? " %" : "") : "-";
            table.AddRow(new Text(Say(total.Label), new Style(decoration: Decoration.Bold)), new Text(LeftOut(total)), new Text(value, new Style(decoration: Decoration.Bold)));
        }

        AnsiConsole.Write(table);
        foreach (var finding in statement.Findings)
        {
            var about = finding.Lines.Count > 0 ? $" ({string.Join(", ", finding.Lines)})" : "";
            AnsiConsole.MarkupLineInterpolated($"  [yellow]![/] {Say(finding.Message)}{about}");
        }
    }

    public void Compass(IReadOnlyList<AreaResource> areas, IReadOnlyList<ScorecardSummary> compass)
    {
        var names = areas.ToDictionary(area => area.Code, area => area.Name);
        var municipality = areas.First(area => area.Level == "municipality").Name;
        var table = new Table().Border(TableBorder.Rounded)
            .Title($"{figures.Choose("Wijkkompas", "Compass")} {municipality.EscapeMarkup()} {compass[0].Period}")
            .AddColumns(figures.Choose("gebied", "area"), figures.Choose("naam", "name"), figures.Choose("naast de stad", "beside the city"));
        var shown = compass.OrderBy(card => card.Area.Level == AreaLevel.Neighbourhood).ThenBy(card => card.Area).Take(MostAreas).ToList();
        foreach (var card in shown)
        {
            table.AddRow(new Text(card.Area.Value), new Text(names.GetValueOrDefault(card.Area, "")), new Markup(string.Join("  ", card.Signals.Select(Coloured))));
        }

        AnsiConsole.Write(table);
        var colours = string.Join(", ", new[] { Signal.Green, Signal.Yellow, Signal.Red }.Select(colour =>
            $"{Count(compass.Sum(card => card.Signals.Count(signal => signal.Value == colour)))} {NameOf(colour)}"));
        var rest = compass.Count > shown.Count ? figures.Choose($", hier {Count(shown.Count)}", $", {Count(shown.Count)} of them here") : "";
        AnsiConsole.MarkupLineInterpolated(
            $"  {Count(compass.Count)} {figures.Choose(compass.Count == 1 ? "gebied" : "gebieden", compass.Count == 1 ? "area" : "areas")}{rest}. {figures.Choose("In alle", "In all")}: {colours}. {figures.Choose("Regels", "Rules")}: {compass[0].RuleVersion}.");
    }

    // The sign says the colour too, for those who do not see it.
    private static string Coloured(KeyValuePair<string, Signal> signal) => signal.Value switch
    {
        Signal.Green => $"[green]+\u00a0{signal.Key}[/]",
        Signal.Yellow => $"[yellow]=\u00a0{signal.Key}[/]",
        _ => $"[red]-\u00a0{signal.Key}[/]",
    };

    private string NameOf(Signal colour) => colour switch
    {
        Signal.Green => figures.Choose("groen (+)", "green (+)"),
        Signal.Yellow => figures.Choose("geel (=)", "yellow (=)"),
        _ => figures.Choose("rood (-)", "red (-)"),
    };

    private string Say(BilingualText text) => figures.Choose(text.Nl, text.En);

    private string LeftOut(ScorecardTotal total) => total.LeavesOut.Count == 0
        ? ""
        : figures.Choose("zonder: ", "leaves out: ") + string.Join(", ", total.LeavesOut.Select(left => $"{Count(left.Codes.Count)} {StateOf(left.State)}"));

    private string StateOf(LineState state) => state switch
    {
        LineState.ToBeDetermined => figures.Choose("n.t.b.", "to be determined"),
        LineState.MissingInput => figures.Choose("gegevens ontbreken", "missing input"),
        LineState.Unresolved => figures.Choose("regel niet eenduidig", "unresolved"),
        LineState.Suppressed => figures.Choose("afgeschermd", "suppressed"),
        LineState.NotNormed => figures.Choose("geen norm", "not normed"),
        _ => "",
    };

    private static void Right(TableColumn column) => column.RightAligned();

    private static string Count(int number) => number.ToString(CultureInfo.InvariantCulture);
}
