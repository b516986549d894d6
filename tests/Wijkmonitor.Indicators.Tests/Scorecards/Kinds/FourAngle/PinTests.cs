using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Wijkmonitor.Indicators.Configuration;
using Wijkmonitor.Indicators.Datasets.Problems;
using Wijkmonitor.Indicators.Localization;
using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Scorecards.Kinds;
using Wijkmonitor.Indicators.Scorecards.Kinds.FourAngle.Rules;
using Wijkmonitor.Indicators.Tests.Datasets;

namespace Wijkmonitor.Indicators.Tests.Scorecards.Kinds.FourAngle;

public sealed class PinTests
{
    private const string Header = "area;reference;date;participant;measure\n";

    private static readonly FourAngleRules Rules = Monitor.Rules with
    {
        Pins = new PinRules([.. new[] { "greenery", "maintenance", "signalling", "allocation", "meeting-place" }.Select(code => new PinMeasure(code, code == "greenery" ? "green" : code + "-colour", new BilingualText(code, code)))]),
    };

    [Fact]
    public void Pins_are_counted_by_area_and_measure_including_zero()
    {
        var pins = new[]
        {
            Monitor.Pin(Monitor.First, "A-01", "greenery", 1), Monitor.Pin(Monitor.First, "A-01", "greenery", 2), Monitor.Pin(Monitor.First, "A-02", "maintenance", 3),
            Monitor.Pin(Monitor.Second, "A-02", "greenery", 4), Monitor.Pin(Monitor.First, "A-02", "greenery", 5, year: 2017),
        };

        var card = Rules.Card(Monitor.WithScores(2018, 50, 50), Monitor.First, 2018, pins);

        Assert.Equal(
            ["pins-greenery 2", "pins-maintenance 1", "pins-signalling 0", "pins-allocation 0", "pins-meeting-place 0"],
            card.Lines.Where(line => line.Code.StartsWith("pins-")).Select(line => $"{line.Code} {line.Value}"));
        Assert.Equal([2, 3], card.Line("pins-greenery").Inputs.Select(input => input.Line!.Value));
        Assert.Contains("(kleur: groen)", card.Line("pins-greenery").Explanation.Nl);
        Assert.Contains("(colour: green)", card.Line("pins-greenery").Explanation.En);
    }

    [Fact]
    public void Without_a_workshop_there_are_no_counts() =>
        Assert.DoesNotContain(Rules.Card(Monitor.WithScores(2018, 50), Monitor.First, 2018).Lines, line => line.Code.StartsWith("pins-"));

    [Fact]
    public void A_sixth_pin_from_another_file_does_not_count_and_is_reported()
    {
        AreaRecord[] pins = [.. Enumerable.Range(1, 6).Select(i => Monitor.Pin(Monitor.First, "A-01", "greenery", i))];

        Assert.Equal(5, Rules.Card(Monitor.WithScores(2018, 50), Monitor.First, 2018, pins).Line("pins-greenery").Value);
        Assert.StartsWith("Niet meegeteld: 1 prikker boven de vijf", Rules.Card(Monitor.WithScores(2018, 50), Monitor.City, 2018, pins).Finding("pins-beyond-the-fifth")!.Message.Nl);
    }

    [Fact]
    public void Pins_elsewhere_and_of_other_measures_are_reported()
    {
        var card = Rules.Card(Monitor.WithScores(2018, 50), Monitor.City, 2018, Monitor.Pin(Monitor.Third, "A-01", "greenery", 1), Monitor.Pin(Monitor.First, "A-01", "fountain", 2));

        Assert.Contains($"{Monitor.Third} (1)", card.Finding("pins-elsewhere")!.Message.Nl);
        Assert.NotNull(card.Finding("pins-of-other-measures"));
    }

    [Fact]
    public void A_file_with_a_sixth_pin_of_one_participant_is_refused_at_its_line()
    {
        var five = string.Concat(Enumerable.Range(1, 5).Select(i => $"{Monitor.First};P{i};2018-10-06;A-01;greenery\n"));

        Assert.Empty(Reading.Read("pins", Header + five + $"{Monitor.First};P6;2018-10-06;A-02;greenery\n").Log.Kept);
        var problem = Reading.Read("pins", Header + five + $"{Monitor.First};P6;2018-10-06;A-01;maintenance\n").Problem;

        Assert.Equal((ProblemCodes.LimitExceeded, ProblemSeverity.Error, 7, "participant", "A-01"), (problem.Code, problem.Severity, problem.Line, problem.Column, problem.Value));
    }

    [Theory]
    [InlineData("\"per\": [\"participant\"]", "\"per\": [\"colour\"]")]
    [InlineData("\"per\": [\"participant\"]", "\"per\": []")]
    [InlineData("\"max\": 5", "\"max\": 0")]
    public void An_invalid_limit_is_refused(string from, string to) =>
        Assert.Contains("limit", Assert.Throws<ConfigurationException>(() => Reading.Definition("pins", (from, to))).Message);

    [Fact]
    public void The_measures_of_the_example_match_the_dataset()
    {
        using var file = File.OpenRead(Wijkmonitor.Local.RepositoryFolder.File("config", "rules", "four-angle", "example.json"));

        Assert.Equal(
            Reading.Definition("pins").Fields!.Single(field => field.Name == "measure").Values!.Order(),
            JsonSerializer.Deserialize(file, (JsonTypeInfo<FourAngleRules>)ScorecardKinds.GetRulesType("four-angle"))!.Pins!.Measures.Select(measure => measure.Code).Order());
    }
}
