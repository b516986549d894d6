using System.Diagnostics;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Wijkmonitor.Functions.Api.Scorecards;
using Wijkmonitor.Functions.Api.SocialMortgages;
using Wijkmonitor.Functions.Storage.Deliveries;
using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Datasets.Problems;
using Wijkmonitor.Indicators.Localization;
using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Observations.Periods;
using Wijkmonitor.Indicators.Scorecards.Model;
using Wijkmonitor.Indicators.Scorecards.Model.Calculations;
using Wijkmonitor.Indicators.SocialMortgage.Contracts;
using Wijkmonitor.Local;

namespace Wijkmonitor.Functions.Tests.Api;

/// <summary>One vocabulary: page, print, CSV, API and terminal say the same state, unit, amount, number and day in the same words.</summary>
/// <remarks>What the terminal shows of it is read by the tests of the commands.</remarks>
public sealed partial class WordingTests
{
    private const string DashboardFolder = "src/Wijkmonitor.Functions/Dashboard";

    // Runs the modules that the dashboard is built from, and prints what they say.
    private const string AskDashboard = """
        import { createServer } from "vite";
        const asked = JSON.parse(process.env.ASKED);
        const said = {};
        for (const language of ["nl", "en"]) {
          Object.assign(globalThis, {
            location: { search: `?lang=${language}` },
            localStorage: { getItem: () => null, setItem: () => undefined },
            document: { documentElement: {} },
          });
          const server = await createServer({
            configFile: false, appType: "custom", logLevel: "error", optimizeDeps: { noDiscovery: true },
            server: { middlewareMode: true, hmr: false, ws: false, watch: null, fs: { allow: ["../.."] } },
          });
          const load = name => server.ssrLoadModule(`/src/text/${name}.ts`);
          const [format, terms, words, kinds] = await Promise.all(["format", "terms", "vocabulary", "kinds"].map(load));
          said[language] = {
            words: asked.sections.map(([section, code]) => words.getWord(section, code)),
            states: asked.lineStates.map(state => terms.getStateName(state)),
            incomplete: terms.getLineStateName({ state: "missing-input", completeness: { isEnough: false } }),
            observed: asked.valueStates.map(state => terms.getObservedStateName(state)),
            deliveries: asked.deliveryStates.map(state => terms.getDeliveryStateName(state)),
            signals: asked.signals.map(signal => kinds.getSignalName({ signals: {} }, signal)),
            units: asked.units.map(unit => format.getUnitName(unit)),
            euros: asked.numbers.map(number => format.formatEuros(number)),
            percentages: asked.numbers.map(number => format.formatQuantity(number, "%", 1)),
            numbers: asked.numbers.map(number => format.formatNumber(number, 3)),
            quantities: asked.units.flatMap(unit => [1, 2, -3].map(number => format.formatQuantity(number, unit))),
            left: terms.formatLeftOut(asked.lineStates.flatMap(state => [{ state, codes: ["a"] }, { state, codes: ["a", "b"] }])),
            days: asked.days.map(day => format.formatDay(day)),
          };
          await server.close();
        }
        console.log(JSON.stringify(said));
        """;

    private static readonly Vocabulary Words = Vocabulary.Shared;
    private static readonly decimal[] Numbers = [183_000m, 13.9m, -0.18m, -1500.5m, 0m, 0.04m, -1m];
    private static readonly DateOnly[] Days = [new(2018, 3, 1), new(2024, 12, 31)];

    private static readonly (string Name, IReadOnlyDictionary<string, Term> Terms)[] Sections =
    [
        ("lineStates", Words.LineStates), ("valueStates", Words.ValueStates), ("signals", Words.Signals), ("deliveryStates", Words.DeliveryStates),
        ("figureStatuses", Words.FigureStatuses), ("problems", Words.Problems), ("phrases", Words.Phrases), ("units", Words.Units),
    ];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void Every_state_status_colour_and_problem_has_words()
    {
        Assert.Equal(["incomplete", .. Codes<LineState>()], Words.LineStates.Keys.OrderBy(code => code == "incomplete" ? 0 : 1)
            .ThenBy(code => code, StringComparer.Ordinal));
        Assert.Equal(Codes<ObservedState>(), Words.ValueStates.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(Codes<Signal>(), Words.Signals.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(Codes<FigureStatus>().Where(code => code != "none"), Words.FigureStatuses.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(["quarantined", "waiting", .. Codes<DeliveryState>()],
            Words.DeliveryStates.Keys.OrderBy(code => code is "quarantined" or "waiting" ? 0 : 1).ThenBy(code => code, StringComparer.Ordinal));
        Assert.Equal(ProblemCodes.All.Order(StringComparer.Ordinal), Words.Problems.Keys.Order(StringComparer.Ordinal));
        Assert.All(Sections.SelectMany(section => section.Terms.Values), term =>
            Assert.All(new[] { term.Name, term.One, term.Many }.OfType<BilingualText>(), text =>
        {
            Assert.NotEmpty(text.Nl);
            Assert.NotEmpty(text.En);
        }));
    }

    [Fact]
    public async Task The_dashboard_writes_states_units_amounts_numbers_and_days_as_the_rest_does()
    {
        var said = await AskAsync();

        foreach (var (language, format) in new[] { ("nl", NumberFormatter.Nl), ("en", NumberFormatter.En) })
        {
            var page = said.GetProperty(language);
            string[] Page(string what) => [.. page.GetProperty(what).EnumerateArray().Select(item => item.GetString()!)];
            Assert.Equal(Sections.SelectMany(section => section.Terms.Values).Select(term => format.Localize(term.Name)), Page("words"));
            Assert.Equal(Enum.GetValues<LineState>().Select(state => format.Localize(LineStateNames.GetName(state))), Page("states"));
            Assert.Equal(format.Localize(Words.LineStates["incomplete"].Name), page.GetProperty("incomplete").GetString());
            Assert.Equal(Names(Words.ValueStates), Page("observed"));
            Assert.Equal(Names(Words.DeliveryStates), Page("deliveries"));
            Assert.Equal(Names(Words.Signals), Page("signals"));
            Assert.Equal(Names(Words.Units), Page("units"));
            Assert.Equal(Numbers.Select(format.FormatEuro), Page("euros"));
            Assert.Equal(Numbers.Select(number => format.FormatValue(number, "%", 1)), Page("percentages"));
            Assert.Equal(Numbers.Select(number => format.FormatFixed(number, 3)), Page("numbers"));
            Assert.Equal(Words.Units.Keys.SelectMany(unit => new[] { 1m, 2m, -3m }.Select(number => format.FormatQuantity(number, unit))), Page("quantities"));
            Assert.Equal(Days.Select(format.FormatDay), Page("days"));
            var left = format.Localize(LineStateNames.FormatOmittedCounts(
                [.. Enum.GetValues<LineState>().SelectMany(state => new OmittedLines[] { new(state, ["a"]), new(state, ["a", "b"]) })]));
            Assert.Equal(left, $"{format.Localize(Words.Phrases["left-out"].Name)}: {page.GetProperty("left").GetString()}");

            IEnumerable<string> Names(IReadOnlyDictionary<string, Term> terms) => terms.Values.Select(term => format.Localize(term.Name));
        }
    }

    [Fact]
    public void Print_and_CSV_say_a_state_a_unit_and_an_amount_as_the_table_does()
    {
        foreach (var state in Enum.GetValues<LineState>())
        {
            var statement = Statement(state);
            var word = Words.LineStates[Vocabulary.GetCode(state)];

            var print = System.Net.WebUtility.HtmlDecode(StatementPage.Write(Contract(), statement));
            if (state != LineState.Valued)
            {
                Assert.Contains($">{word.Name.Nl}</td>", print, StringComparison.Ordinal);
            }

            Assert.Contains($"{Words.Phrases["left-out"].Name.Nl}: 1 {word.GetCounted(1).Nl}", print, StringComparison.Ordinal);
            Assert.Contains(">−€ 1.500,50</td>", print, StringComparison.Ordinal);
            foreach (var csv in new[] { StatementCsv.Write(statement), ScorecardCsv.Write(statement) }.Select(Encoding.UTF8.GetString))
            {
                Assert.Contains($";{word.Name.Nl};", csv, StringComparison.Ordinal);
                Assert.Contains($";{Words.Units["%"].Name.Nl};", csv, StringComparison.Ordinal);
                Assert.Contains($"{Words.Phrases["left-out"].Name.Nl}: 1 {word.GetCounted(1).Nl} (", csv, StringComparison.Ordinal);
                Assert.Contains(";-1500,5;", csv, StringComparison.Ordinal); // a number for a spreadsheet, which writes it in its own way
            }
        }
    }

    [Fact]
    public void State_names_come_only_from_the_vocabulary()
    {
        var words = Sections.Where(section => section.Name is "lineStates" or "valueStates" or "deliveryStates" or "figureStatuses")
            .SelectMany(section => section.Terms.Values).SelectMany(term => new[] { term.Name.Nl, term.One?.Nl, term.Many?.Nl }).OfType<string>()
                .ToHashSet(StringComparer.OrdinalIgnoreCase);
        string[] roots = ["src", "tools"];
        var files = roots.SelectMany(root => Directory.EnumerateFiles(RepositoryFolder.File(root), "*", SearchOption.AllDirectories))
            .Where(file => Path.GetExtension(file) is ".cs" or ".ts" or ".tsx" && !file.Contains("node_modules", StringComparison.Ordinal));

        var own = files.SelectMany(file => Literal().Matches(File.ReadAllText(file)).Select(match => match.Groups["text"].Value).Where(words.Contains)
            .Select(text => $"{Path.GetFileName(file)}: {text}"));

        Assert.Empty(own);
    }

    [Theory]
    [InlineData("\\bEUR [0-9{]", "an amount begins with a euro sign")]
    [InlineData("[0-9}] %[^a-z]", "a percentage is written without a space")]
    [InlineData("[^/]\\bnought\\b", "zero")]
    public void Texts_of_the_code_keep_to_one_way_of_writing(string pattern, string rule)
    {
        var texts = Directory.EnumerateFiles(RepositoryFolder.File("src"), "*", SearchOption.AllDirectories)
            .Where(file => Path.GetExtension(file) is ".cs" or ".ts" or ".tsx" && !file.Contains("node_modules", StringComparison.Ordinal))
            .SelectMany(file => File.ReadLines(file).Where(line => !line.TrimStart().StartsWith("//", StringComparison.Ordinal))
                .SelectMany(line => Literal().Matches(line)).Select(match => match.Value));

        Assert.DoesNotContain(texts, text => Regex.IsMatch(text, pattern, RegexOptions.None, TimeSpan.FromSeconds(1)) && rule.Length > 0);
    }

    private static IEnumerable<string> Codes<T>()
        where T : struct, Enum => Enum.GetValues<T>().Select(Vocabulary.GetCode).Order(StringComparer.Ordinal);

    private static async Task<JsonElement> AskAsync()
    {
        var asked = JsonSerializer.Serialize(new
        {
            sections = Sections.SelectMany(section => section.Terms.Keys.Select(code => new[] { section.Name, code })),
            lineStates = Enum.GetValues<LineState>().Select(Vocabulary.GetCode),
            valueStates = Words.ValueStates.Keys,
            deliveryStates = Words.DeliveryStates.Keys,
            signals = Words.Signals.Keys,
            units = Words.Units.Keys,
            numbers = Numbers,
            days = Days.Select(day => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)),
        });
        using var node = Process.Start(new ProcessStartInfo("node", ["--input-type=module", "--eval", AskDashboard])
        {
            WorkingDirectory = RepositoryFolder.File(DashboardFolder),
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["ASKED"] = asked },
        })!;
        var output = node.StandardOutput.ReadToEndAsync(Token);
        var errors = await node.StandardError.ReadToEndAsync(Token);
        await node.WaitForExitAsync(Token);
        Assert.True(node.ExitCode == 0, errors);
        using var said = JsonDocument.Parse(await output);
        return said.RootElement.Clone();
    }

    private static Scorecard Statement(LineState state) => new(
        "social-mortgage", "dolphia", AreaCode.Parse("CU0153-dolphia"), new Period(2017), "1", 2017,
        [Line("a", state, null), Line("b", LineState.Valued, -1500.50m)],
        [new ScorecardTotal("repaid", new("Afgelost", "Repaid"), -1500.50m, "EUR", [new OmittedLines(state, ["a"])])],
        []);

    private static ScorecardLine Line(string code, LineState state, decimal? amount) => new(
        code, new("Jeugd", "Youth"), new(code, code), state, amount, "%", null, null, null, Signal.None, amount, new Dictionary<string, decimal>(),
        new("", ""), []);

    private static SocialMortgageContract Contract()
    {
        using var json = File.OpenRead(RepositoryFolder.File("samples", "inbox", "contracts", "dolphia.json"));
        return SocialMortgageContract.Read(json).Contract!;
    }

    [GeneratedRegex("[\"`](?<text>(?:[^\"`\\\\\\r\\n]|\\\\.)*)[\"`]", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Literal();
}
