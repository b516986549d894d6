using System.Globalization;
using Wijkmonitor.Indicators.Scorecards.Model;

namespace Wijkmonitor.Indicators.Tests.Scorecards.Kinds.Target;

/// <summary>Properties that the formulas have for any start, value, target and day.</summary>
public sealed class TargetFormulaTests
{
    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 60)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void The_lines_agree_with_each_other(int seed)
    {
        var example = new Example(seed);
        var card = example.Card();
        var (done, expected, onTrack) = (card.Line("done").Value!.Value, card.Line("expected").Value!.Value, card.Line("on-track").Value!.Value);
        var (pace, years, required) = (card.Line("pace").Value!.Value, card.Line("years-left").Value!.Value, card.Line("required-pace").Value!.Value);
        var toGo = card.Line("done").Figures["to-go"];

        Assert.Equal(example.Target, example.Value + toGo);
        Assert.InRange(done, 0, 100);
        Assert.True(Math.Abs((onTrack * expected / 100) - done) <= 0.05m + (0.05m * (onTrack + expected) / 100) + 0.05m, $"{onTrack} of {expected} is not {done}");
        Assert.True(Math.Abs((pace * years) - toGo) <= Math.Abs(pace * 0.05m) + (0.005m * years) + 0.01m, $"{pace} a year in {years} years is not {toGo}");
        Assert.Equal(Math.Sign(example.Target - example.Baseline), Math.Sign(pace));
        Assert.Equal(Math.Sign(toGo), Math.Sign(required));
        Assert.All(card.Lines, ExampleKinds.StepsHold);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void It_is_on_track_where_the_required_pace_is_no_more_than_the_pace_so_far(int seed)
    {
        var card = new Example(seed).Card();
        var (pace, required) = (Math.Abs(card.Line("pace").Value!.Value), Math.Abs(card.Line("required-pace").Value!.Value));

        Assert.True(Math.Abs(pace - required) <= 0.02m || (card.Line("on-track").Value >= 100) == (required <= pace), $"{pace} and {required}: {card.Line("on-track").Value}");
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void The_mirror_image_downwards_has_the_same_shares_and_years(int seed)
    {
        var example = new Example(seed);
        var (up, down) = (example.Card(), example.Mirror().Card());

        Assert.All(new[] { "done", "expected", "on-track", "years-left" }, code => Assert.Equal(up.Line(code).Value, down.Line(code).Value));
        Assert.All(new[] { "pace", "required-pace" }, code => Assert.Equal(up.Line(code).Value, -down.Line(code).Value));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void The_ends_of_a_range_are_the_figures_of_its_ends(int seed)
    {
        var example = new Example(seed);
        var other = example.Value + ((example.Target - example.Value) / 2);
        var (low, high) = (Math.Min(example.Value, other), Math.Max(example.Value, other));
        var (range, atLow, atHigh) = (example.Card(low, high), (example with { Value = low }).Card(), (example with { Value = high }).Card());

        Assert.All(new[] { "value", "done", "pace", "years-left", "required-pace", "on-track" }, code =>
        {
            var ends = new[] { atLow.Line(code).Value!.Value, atHigh.Line(code).Value!.Value };
            var line = range.Line(code);
            Assert.Equal((ends.Min(), ends.Max()), (line.Range?.Low ?? line.Value, line.Range?.High ?? line.Value));
        });
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Parts_of_a_target_add_up_to_it(int seed)
    {
        var random = new Random(seed);
        var (target, part) = (random.Next(1, 5000), random.Next(0, 101));
        var card = new TargetCards("transformation.json").By(json =>
        {
            json["target"]!["value"] = target;
            json["segments"]![0]!["share"]!["part"] = part;
        }).Subject(validFrom: "2017-01-01").Card();

        Assert.Equal(target, card.Line("part-private").Value + card.Line("part-other").Value);
        Assert.True(card.Line("part-private").Value is { } whole && whole == decimal.Truncate(whole) && Math.Abs(whole - (target * part / 100m)) <= 0.5m);
    }

    [Theory]
    [InlineData("2016-10-01", "2017-03-31", 6)]
    [InlineData("2016-10-01", "2017-04-01", 6)]
    [InlineData("2004-01-01", "2011-12-31", 96)]
    [InlineData("2017-12-31", "2027-12-31", 120)]
    [InlineData("2020-01-31", "2020-02-29", 1)]
    [InlineData("2020-01-01", "2020-01-16", 15.0 / 31)]
    public void Months_are_counted_by_the_calendar(string from, string to, double months)
    {
        var card = TargetCards.Plain(from: from, until: null).Subject().Measured(to, 10).Card();

        Assert.Equal((decimal)months, card.Line("pace").Inputs.Single(input => input.Role == "time").Value!.Value, 10);
    }

    private sealed record Example(decimal Baseline, decimal Target, decimal Value, DateOnly Start, DateOnly End, DateOnly AsOf)
    {
        public Example(int seed)
            : this(new Random(seed))
        {
        }

        private Example(Random random)
            : this(0, 0, 0, default, default, default)
        {
            Baseline = random.Next(-50, 50);
            Target = Baseline + random.Next(20, 500);
            Value = Baseline + (random.Next(5, 96) * (Target - Baseline) / 100);
            Start = new DateOnly(random.Next(1995, 2015), random.Next(1, 13), random.Next(1, 29));
            End = Start.AddDays(random.Next(1000, 6000));
            AsOf = Start.AddDays(random.Next(100, End.DayNumber - Start.DayNumber - 100));
        }

        public Example Mirror() => this with { Baseline = -Baseline, Target = -Target, Value = -Value };

        public Scorecard Card(decimal? low = null, decimal? high = null) => TargetCards.Plain(Baseline, Target, Write(Start), Write(End)).Subject()
            .Measured(Write(AsOf), low is null ? Value : null, low, high).Card();

        private static string Write(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
    }
}
