using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Wijkmonitor.Functions.Api.SocialMortgages;
using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Observations.Periods;
using Wijkmonitor.Indicators.Scorecards.Model;
using Wijkmonitor.Indicators.SocialMortgage.Contracts;
using Wijkmonitor.Local;

namespace Wijkmonitor.Functions.Tests.Api.SocialMortgages;

public sealed partial class StatementExportTests
{
    private static readonly SocialMortgageContract Contract = Read();

    [Fact]
    public void The_csv_opens_in_a_Dutch_spreadsheet_as_it_is()
    {
        var bytes = StatementCsv.Write(Statement("Schoolverlaters"));

        Assert.Equal(Encoding.UTF8.GetPreamble(), bytes[..3]);
        var rows = Encoding.UTF8.GetString(bytes[3..]).Split("\r\n");
        Assert.Equal("soort;code;naam;toestand;waarde;eenheid;bedrag;uitleg;zekerheid", rows[0]);
        Assert.Equal("regel;leavers;Schoolverlaters;bekend;14,9;procent;-1500,5;Het daalde;Dit gaat over 50 leerlingen.", rows[1]);
        Assert.Equal("regel;open;Nog open;nader te bepalen;;procent;;Nog niets;", rows[2]);
        Assert.Equal("totaal;repaid;Afgelost;;;euro;-1500,5;niet meegeteld: 1 regel die nog te bepalen is (Nog open);", rows[3]);
        Assert.Equal("bevinding;within-chance;Kan toeval zijn: Schoolverlaters;;;;;Schoolverlaters;", rows[4]);
    }

    [Theory]
    [InlineData("=HYPERLINK(\"x\")", "\"'=HYPERLINK(\"\"x\"\")\"")]
    [InlineData("+1;2", "\"'+1;2\"")]
    [InlineData("-cmd", "'-cmd")]
    [InlineData("@sum", "'@sum")]
    public void Text_that_looks_like_a_formula_is_escaped(string label, string field) =>
        Assert.Contains($"regel;leavers;{field};", Encoding.UTF8.GetString(StatementCsv.Write(Statement(label))));

    [Fact]
    public void The_page_escapes_everything_and_loads_nothing()
    {
        var hostile = "<script>alert('x')</script><img src=x onerror=y>";
        var page = StatementPage.Write(Contract with
        {
            Title = new(hostile, "x"),
            Parties = [new ContractParty { Role = new(hostile, "x"), Organisation = hostile }]
        }, Statement(hostile));

        Assert.DoesNotContain("<script", page);
        Assert.DoesNotContain("<img", page);
        Assert.DoesNotContain("http", page);
        Assert.DoesNotContain("url(", page);
        Assert.Contains("&lt;script&gt;", page);
        Assert.Contains("−€ 1.500,50", page);
        Assert.Contains("nader te bepalen", page);
    }

    [Fact]
    public void Every_finding_of_a_statement_has_a_Dutch_name()
    {
        var source = File.ReadAllText(RepositoryFolder.File("src", "Wijkmonitor.Indicators", "SocialMortgage", "Statements", "MortgageFindings.cs"));
        var codes = FindingCode().Matches(source).Select(match => match.Value[..^1][(match.Value.IndexOf('"', StringComparison.Ordinal) + 1)..])
            .Distinct(StringComparer.Ordinal).ToList();

        Assert.True(codes.Count > 15, string.Join(", ", codes));
        Assert.All(codes, code => Assert.True(FindingNames.Contains(code), code));
    }

    [Fact]
    public void The_page_states_the_loan_and_its_term_and_names_findings_by_line()
    {
        var page = StatementPage.Write(Contract, Statement("Schoolverlaters")).Replace("&#233;", "é");

        Assert.Contains("Hoofdsom € 200.000 voor de bouw, in één keer opgenomen bij het begin, zonder rente; looptijd 2017 tot en met 2026, nulmeting 2016.", page);
        Assert.Contains("<strong>Kan toeval zijn.</strong>", page);
        Assert.Contains("Het gaat om: Schoolverlaters.", page);
        Assert.Contains("Dit gaat over 50 leerlingen.", page);
        Assert.DoesNotContain("within-chance", page);
    }

    [Fact]
    public void The_policy_of_the_page_allows_its_own_style_and_nothing_else()
    {
        var page = StatementPage.Write(Contract, Statement("x"));
        var style = page[(page.IndexOf("<style>", StringComparison.Ordinal) + 7)..page.IndexOf("</style>", StringComparison.Ordinal)];

        Assert.StartsWith(
            $"default-src 'none'; style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(style)))}';", StatementPage.ContentSecurityPolicy);
        Assert.DoesNotContain("style=", page);
    }

    [GeneratedRegex("(?:Add|AddOverall|new Finding)\\(\\s*\"[a-z-]+\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex FindingCode();

    private static Scorecard Statement(string label) => new(
        "social-mortgage", "dolphia", AreaCode.Parse("CU0153-dolphia"), new Period(2017), "1", 2017,
        [Line("leavers", label, LineState.Valued, 14.9m, -1500.50m, "Het daalde"), Line("open", "Nog open", LineState.ToBeDetermined, null, null, "Nog niets")],
        [new ScorecardTotal("repaid", new("Afgelost", "Repaid"), -1500.50m, "EUR", [new OmittedLines(LineState.ToBeDetermined, ["open"])])],
        [new Finding("within-chance", FindingSeverity.Information, ["leavers"], new(label, label))]);

    private static ScorecardLine Line(string code, string label, LineState state, decimal? value, decimal? amount, string why) => new(
        code, new("Jeugd", "Youth"), new(label, label), state, value, "%", null, null, null, Signal.None, amount, new Dictionary<string, decimal>(),
        new(why, why), [])
    {
        Uncertainty = value is null ? null : new("Dit gaat over 50 leerlingen.", "This is about 50 pupils."),
    };

    private static SocialMortgageContract Read()
    {
        using var json = File.OpenRead(RepositoryFolder.File("samples", "inbox", "contracts", "dolphia.json"));
        return SocialMortgageContract.Read(json).Contract!;
    }
}
