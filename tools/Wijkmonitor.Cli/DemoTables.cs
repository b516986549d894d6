using System.Globalization;
using Spectre.Console;
using Wijkmonitor.Functions.Api.Areas;
using Wijkmonitor.Functions.Api.Datasets;
using Wijkmonitor.Functions.Api.Deliveries;
using Wijkmonitor.Functions.Api.Observations;
using Wijkmonitor.Functions.Api.Scorecards;
using Wijkmonitor.Functions.Storage.Scorecards;
using Wijkmonitor.Functions.Storage.SocialMortgages;
using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Datasets.Problems;
using Wijkmonitor.Indicators.Localization;
using Wijkmonitor.Indicators.Scorecards.Engine;
using Wijkmonitor.Indicators.Scorecards.Kinds;
using Wijkmonitor.Indicators.Scorecards.Model;
using Wijkmonitor.Indicators.Scorecards.Model.Calculations;

namespace Wijkmonitor.Cli;

/// <summary>Tables in a terminal of what the API serves.</summary>
/// <param name="words">The language.</param>
internal sealed class DemoTables(NumberFormatter words)
{
    private const int MaxAreas = 15;
    private const int MaxProblems = 10;

    public void ShowDeliveries(IReadOnlyList<DeliveryResource> deliveries, IReadOnlyList<DatasetResource> datasets)
    {
        var titles = datasets.ToDictionary(dataset => dataset.Id, dataset => Localize(dataset.Title), StringComparer.Ordinal);
        var table = new Table().Border(TableBorder.Rounded).Title(words.Localize("Leveringen", "Deliveries"))
            .AddColumns("dataset", words.Localize("bestand", "file"), words.Localize("staat", "state"))
            .AddColumn(words.Localize("rijen", "rows"), AlignRight)
            .AddColumn(words.Localize("waarden", "values"), AlignRight)
            .AddColumn(words.Localize("meldingen", "problems"), AlignRight);
        foreach (var delivery in deliveries.Reverse())
        {
            table.AddRow(
                new Text(titles.GetValueOrDefault(delivery.Dataset, delivery.Dataset)),
                new Text(Printable.Escape(delivery.File)),
                new Markup(GetState(delivery)),
                new Text(FormatCount(delivery.Rows)),
                new Text(FormatCount(delivery.Values)),
                new Text(FormatCount(delivery.Errors + delivery.Warnings)));
        }

        AnsiConsole.Write(table);
    }

    /// <summary>Shows the outcome of one delivery.</summary>
    public void ShowProblems(DeliveryResource delivery, ProblemList problems, Uri address)
    {
        AnsiConsole.MarkupLine($"{delivery.Dataset.EscapeMarkup()}/{Printable.Escape(delivery.File).EscapeMarkup()}: {GetState(delivery)}, {FormatCount(delivery.Rows)} {words.Localize("rijen", "rows")}");
        foreach (var problem in problems.Items.Take(MaxProblems))
        {
            var place = problem.Line is { } line ? $"{words.Localize("regel", "line")} {FormatCount(line)}, {problem.Column}: " : "";
            AnsiConsole.MarkupLineInterpolated($"  [yellow]![/] {place}{Localize(problem.Message)} {Localize(problem.Remedy)} ({problem.Code})");
        }

        if (problems.Items.Count > 0)
        {
            WriteLine($"  {address}");
        }
    }

    /// <summary>Shows the address of the dashboard.</summary>
    public void ShowAddress(Uri app)
    {
        AnsiConsole.MarkupLineInterpolated($"[bold]{words.Localize("Het dashboard (Ctrl-C stopt de demo)", "The dashboard (Ctrl-C ends the demo)")}[/]");
        WriteLine($"  {new Uri(app, words.Localize("/", "/?lang=en"))}");
    }

    /// <summary>Shows addresses and commands to try while the demo runs, that of the dashboard last.</summary>
    public void ShowAddresses(Uri app, string log)
    {
        string[] paths =
        [
            "/api/v1/health",
            "/api/v1/deliveries",
            "/api/v1/social-mortgages/dolphia",
            "/api/v1/social-mortgages/dolphia/statements/2017",
            "/api/v1/areas/CU0153-dolphia/observations",
            $"/api/v1/municipalities/GM0153/scorecards/{ScorecardKinds.Infos.First(info => info.CountsJudgements).Name}?period=2017",
        ];
        AnsiConsole.MarkupLine($"[bold]{words.Localize("Kijk verder", "Look further")}[/]");
        foreach (var path in paths)
        {
            WriteLine($"  {new Uri(app, path)}");
        }

        WriteLine($"  {log}");
        AnsiConsole.MarkupLine($"[bold]{words.Localize("Lever zelf een bestand, in een tweede terminal", "Drop a file of your own, in a second terminal")}[/]");
        WriteLine(words.Localize("  ./wijkmonitor drop BESTAND --dataset area-indicators",
            "  ./wijkmonitor drop FILE --dataset area-indicators --language en"));
        AnsiConsole.WriteLine(words.Localize(
            "Wat in de demo staat, wordt bij de volgende start gewist.", "What is in the demo is wiped at the next start."));
        ShowAddress(app);
    }

    public void ShowStatement(SocialMortgageItem mortgage, Scorecard statement)
    {
        var table = new Table().Border(TableBorder.Rounded)
            .Title($"{Localize(mortgage.Title).EscapeMarkup()}: {words.Localize("jaaropgave", "statement")} {statement.Period} ({words.Localize("contractversie", "contract version")} {statement.RuleVersion.EscapeMarkup()})")
            .AddColumns(words.Localize("regel", "line"), words.Localize("uitleg", "explanation"))
            .AddColumn(words.Localize("afgelost", "repaid"), AlignRight);
        foreach (var line in statement.Lines)
        {
            var amount = line.Amount is { } euros ? words.FormatEuro(euros) : Localize(LineStateNames.GetName(line));
            table.AddRow(new Text(Localize(line.Label)), new Text(Localize(line.Explanation)), new Text(amount));
        }

        // The totals mostly leave out the same lines: each such note is written once, below the table.
        var omitted = statement.Totals.Select(DescribeOmitted).Where(description => description.Length > 0).Distinct(StringComparer.Ordinal).ToList();
        table.AddEmptyRow();
        foreach (var total in statement.Totals)
        {
            var value = total.Value is { } number ? words.FormatQuantity(number, total.Unit) : "–";
            var note = DescribeOmitted(total) is { Length: > 0 } description ? $"({omitted.IndexOf(description) + 1})" : "";
            table.AddRow(new Text(Localize(total.Label), new Style(decoration: Decoration.Bold)), new Text(note),
                new Text(value, new Style(decoration: Decoration.Bold)));
        }

        AnsiConsole.Write(table);
        foreach (var (number, description) in omitted.Index())
        {
            AnsiConsole.MarkupLineInterpolated($"  ({FormatCount(number + 1)}) {description}");
        }

        foreach (var finding in statement.Findings)
        {
            var lines = finding.Lines.Count > 0 ? $" ({string.Join(", ", finding.Lines.Select(code => GetLabel(statement, code)))})" : "";
            AnsiConsole.MarkupLineInterpolated($"  [yellow]![/] {Localize(finding.Message)}{lines}");
        }
    }

    public void ShowScorecards(ScorecardKindInfo kind, IReadOnlyList<AreaResource> areas, IReadOnlyList<ScorecardSummary> scorecards,
        IReadOnlyList<IndicatorResource> indicators)
    {
        var names = areas.ToDictionary(area => area.Code, area => area.Name);
        var labels = indicators.ToDictionary(indicator => indicator.Code, indicator => Localize(indicator.Label), StringComparer.Ordinal);
        var municipality = areas.First(area => area.Level == "municipality").Name;
        var table = new Table().Border(TableBorder.Rounded)
            .Title($"{Localize(kind.Title).EscapeMarkup()} {municipality.EscapeMarkup()} {scorecards[0].Period}")
            .AddColumns(words.Localize("gebied", "area"), words.Localize("naam", "name"), words.Localize("vergeleken met de stad", "compared with the city"));
        var shown = scorecards.OrderBy(card => card.Area.Level == AreaLevel.Neighbourhood).ThenBy(card => card.Area).Take(MaxAreas).ToList();
        foreach (var card in shown)
        {
            var signals = card.Signals.Select(signal => $"[{GetColour(signal.Value)}]{GetName(kind, signal.Value).EscapeMarkup()}[/]: {labels.GetValueOrDefault(signal.Key, signal.Key).EscapeMarkup()}");
            table.AddRow(new Text(card.Area.Value), new Text(names.GetValueOrDefault(card.Area, words.Localize("naam onbekend", "name unknown"))),
                new Markup(card.Signals.Count > 0
                ? string.Join('\n', signals) : words.Localize("[grey]zonder vergelijking[/]", "[grey]no comparison[/]")));
        }

        AnsiConsole.Write(table);
        var colours = string.Join(", ", new[] { Signal.Green, Signal.Yellow, Signal.Red }.Select(colour =>
            $"{FormatCount(scorecards.Sum(card => card.Signals.Count(signal => signal.Value == colour)))} {GetName(kind, colour)}"));
        var rest = scorecards.Count > shown.Count ? words.Localize($", hier {FormatCount(shown.Count)}", $", {FormatCount(shown.Count)} of them here") : "";
        AnsiConsole.MarkupLineInterpolated(
            $"  {FormatCount(scorecards.Count)} {words.Localize(scorecards.Count == 1 ? "gebied" : "gebieden", scorecards.Count == 1 ? "area" : "areas")}{rest}. {words.Localize("Samen", "Together")}: {colours}. {words.Localize("Regels", "Rules")}: {scorecards[0].RuleVersion}.");
    }

    private static string GetColour(Signal signal) => signal switch
    {
        Signal.Green => "green",
        Signal.Yellow => "yellow",
        _ => "red",
    };

    // The words say it too, for those who do not see the colour.
    private string GetName(ScorecardKindInfo kind, Signal signal) => Localize(kind.Signals[signal]);

    private string GetState(DeliveryResource delivery)
    {
        var name = words.Localize(Vocabulary.Shared.DeliveryStates[delivery.Quarantined ? "quarantined" : delivery.State].Name).EscapeMarkup();
        return delivery.State switch
        {
            "served" => $"[green]{name}[/]",
            "refused" => $"[red]{name}[/]",
            "pending" or "withdrawn" => $"[yellow]{name}[/]",
            _ => name,
        };
    }

    private string GetLabel(Scorecard statement, string code) =>
        statement.Lines.FirstOrDefault(line => line.Code == code) is { } line ? Localize(line.Label) : code;

    private string Localize(BilingualText text) => words.Localize(text);

    private string DescribeOmitted(ScorecardTotal total) => Localize(LineStateNames.FormatOmittedCounts(total.LeavesOut));

    // Without the wrapping that would break an address in two.
    private static void WriteLine(string text) => Console.Out.WriteLine(text);

    private static void AlignRight(TableColumn column) => column.RightAligned();

    private static string FormatCount(int number) => number.ToString(CultureInfo.InvariantCulture);
}
