using System.Globalization;
using Spectre.Console;
using Wijkmonitor.Functions.Api.Areas;
using Wijkmonitor.Functions.Api.Deliveries;
using Wijkmonitor.Functions.Storage.Scorecards;
using Wijkmonitor.Functions.Storage.SocialMortgages;
using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Catalogue;
using Wijkmonitor.Indicators.Localization;
using Wijkmonitor.Indicators.Scorecards.Model;

namespace Wijkmonitor.Cli;

/// <summary>Shows what the API serves as tables in a terminal.</summary>
internal sealed class DemoTables(bool english)
{
    private const int MostAreas = 15;
    private const int MostProblems = 10;
    private readonly FigureText figures = english ? FigureText.En : FigureText.Nl;

    public void Deliveries(IReadOnlyList<DeliveryResource> deliveries)
    {
        var table = new Table().Border(TableBorder.Rounded).Title(figures.Choose("Leveringen", "Deliveries"))
            .AddColumns("dataset", figures.Choose("bestand", "file"), figures.Choose("stand", "state"))
            .AddColumn(figures.Choose("rijen", "rows"), Right)
            .AddColumn(figures.Choose("waarden", "values"), Right)
            .AddColumn(figures.Choose("problemen", "problems"), Right);
        foreach (var delivery in deliveries.Reverse())
        {
            table.AddRow(
                new Text(delivery.Dataset),
                new Text(delivery.File),
                new Markup(StateOf(delivery)),
                new Text(Count(delivery.Rows)),
                new Text(Count(delivery.Values)),
                new Text(Count(delivery.Errors + delivery.Warnings)));
        }

        AnsiConsole.Write(table);
    }

    /// <summary>What came of one delivery.</summary>
    public void Problems(DeliveryResource delivery, ProblemList problems, Uri address)
    {
        AnsiConsole.MarkupLine($"{delivery.Dataset.EscapeMarkup()}/{delivery.File.EscapeMarkup()}: {StateOf(delivery)}, {Count(delivery.Rows)} {figures.Choose("rijen", "rows")}");
        foreach (var problem in problems.Items.Take(MostProblems))
        {
            var place = problem.Line is { } line ? $"{figures.Choose("regel", "line")} {Count(line)}, {problem.Column}: " : "";
            AnsiConsole.MarkupLineInterpolated($"  [yellow]![/] {place}{Say(problem.Message)} {Say(problem.Remedy)} ({problem.Code})");
        }

        if (problems.Items.Count > 0)
        {
            Plain($"  {address}");
        }
    }

    /// <summary>Where to look and what to try while the demo runs.</summary>
    public void WhereToLook(Uri app, string log)
    {
        AnsiConsole.MarkupLineInterpolated($"[bold]{figures.Choose("Het dashboard", "The dashboard")}[/]");
        Plain($"  {new Uri(app, figures.Choose("/", "/?lang=en"))}");
        string[] paths =
        [
            "/api/v1/health",
            "/api/v1/deliveries",
            "/api/v1/social-mortgages/dolphia",
            "/api/v1/social-mortgages/dolphia/statements/2017",
            "/api/v1/areas/CU0153-dolphia/observations",
            "/api/v1/municipalities/GM0153/scorecards/compass?period=2017",
        ];
        AnsiConsole.MarkupLine($"[bold]{figures.Choose("Kijk verder", "Look further")}[/]");
        foreach (var path in paths)
        {
            Plain($"  {new Uri(app, path)}");
        }

        Plain($"  {log}");
        AnsiConsole.MarkupLine($"[bold]{figures.Choose("Lever zelf een bestand, in een tweede terminal", "Drop a file of your own, in a second terminal")}[/]");
        Plain("  ./wijkmonitor drop FILE --dataset area-indicators");
        AnsiConsole.WriteLine(figures.Choose(
            "Ctrl-C stopt de demo; wat erin staat wordt bij de volgende start gewist.", "Ctrl-C ends the demo; what is in it is wiped at the next start."));
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

    public void Compass(IReadOnlyList<AreaResource> areas, IReadOnlyList<ScorecardSummary> compass, IReadOnlyList<Indicator> indicators)
    {
        var names = areas.ToDictionary(area => area.Code, area => area.Name);
        var labels = indicators.ToDictionary(indicator => indicator.Code, indicator => Say(indicator.Label), StringComparer.Ordinal);
        var municipality = areas.First(area => area.Level == "municipality").Name;
        var table = new Table().Border(TableBorder.Rounded)
            .Title($"{figures.Choose("Wijkkompas", "Compass")} {municipality.EscapeMarkup()} {compass[0].Period}")
            .AddColumns(figures.Choose("gebied", "area"), figures.Choose("naam", "name"), figures.Choose("naast de stad", "beside the city"));
        var shown = compass.OrderBy(card => card.Area.Level == AreaLevel.Neighbourhood).ThenBy(card => card.Area).Take(MostAreas).ToList();
        foreach (var card in shown)
        {
            var signals = card.Signals.Select(signal => $"[{ColourOf(signal.Value)}]{NameOf(signal.Value)}[/] {labels[signal.Key].EscapeMarkup()}");
            table.AddRow(new Text(card.Area.Value), new Text(names.GetValueOrDefault(card.Area, "")), new Markup(string.Join('\n', signals)));
        }

        AnsiConsole.Write(table);
        var colours = string.Join(", ", new[] { Signal.Green, Signal.Yellow, Signal.Red }.Select(colour =>
            $"{Count(compass.Sum(card => card.Signals.Count(signal => signal.Value == colour)))} {NameOf(colour).TrimEnd()}"));
        var rest = compass.Count > shown.Count ? figures.Choose($", hier {Count(shown.Count)}", $", {Count(shown.Count)} of them here") : "";
        AnsiConsole.MarkupLineInterpolated(
            $"  {Count(compass.Count)} {figures.Choose(compass.Count == 1 ? "gebied" : "gebieden", compass.Count == 1 ? "area" : "areas")}{rest}. {figures.Choose("In alle", "In all")}: {colours}. {figures.Choose("Regels", "Rules")}: {compass[0].RuleVersion}.");
    }

    private static string ColourOf(Signal signal) => signal switch
    {
        Signal.Green => "green",
        Signal.Yellow => "yellow",
        _ => "red",
    };

    // The word says it too, for those who do not see the colour.
    private string NameOf(Signal signal) => signal switch
    {
        Signal.Green => figures.Choose("groen", "green"),
        Signal.Yellow => figures.Choose("geel ", "yellow"),
        _ => figures.Choose("rood ", "red"),
    };

    private string StateOf(DeliveryResource delivery) => delivery.State == "served"
        ? $"[green]{figures.Choose("verwerkt", "served")}[/]"
        : $"[red]{figures.Choose("geweigerd", "refused")}[/]";

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

    // Without the wrapping that would break an address in two.
    private static void Plain(string text) => Console.Out.WriteLine(text);

    private static void Right(TableColumn column) => column.RightAligned();

    private static string Count(int number) => number.ToString(CultureInfo.InvariantCulture);
}
