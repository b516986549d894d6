using System.Text.Json;
using MathNet.Numerics.LinearAlgebra;
using Wijkmonitor.Testing;

namespace Wijkmonitor.EndToEnd.Tests.Disclosure;

/// <summary>Plays whoever asks the API for everything and computes on.</summary>
public sealed class SmallCountTests(StorageEmulator emulator)
{
    private const int Least = 5;

    private static readonly string[] Kinds =
        ["compass", "liveability", "function", "load-capacity", "perception", "stayers-movers", "vulnerability", "crisis-tiles", "four-angle"];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Nobody_who_puts_together_all_that_is_served_gets_a_count_below_five(int seed)
    {
        var city = new InventedCity(seed);
        await using var monitor = await RunningMonitor.StartAsync(
            emulator.NewAccount(),
            [.. Kinds.Select(kind => ("Rules__" + string.Concat(kind.Split('-').Select(word => char.ToUpperInvariant(word[0]) + word[1..])), $"rules/{kind}/example.json"))]);
        foreach (var (file, content) in new[] { ("areas/areas.csv", city.Register), ("custom-areas/custom.csv", city.Custom), ("area-indicators/indicators.csv", city.Indicators), ("neighbourhood-state/state.csv", city.State) })
        {
            Assert.Equal("served", (await monitor.DeliverAsync(file, content)).State);
        }

        var crawled = await CrawlAsync(monitor, city);

        Assert.True(crawled.Numbers > 200, $"{crawled.Numbers} numbers were served");
        var smallOnes = 0;
        foreach (var year in Enumerable.Range(InventedCity.FirstYear, InventedCity.Years))
        {
            var known = new Knowledge(city, crawled, year);
            foreach (var area in city.Areas)
            {
                foreach (var what in InventedCity.Whats)
                {
                    var (count, rest) = (city.Counts[(area, year, what)], city.Counts[(area, year, "inhabitants")] - city.Counts[(area, year, what)]);
                    smallOnes += count < Least ? 1 : 0;
                    Assert.False(count < Least && known.Gives((area, what, 1)), $"{count} {what} of {area} in {year} can be had");
                    Assert.False(what != "inhabitants" && rest < Least && known.Gives((area, "inhabitants", 1), (area, what, -1)), $"the {rest} without {what} of {area} in {year} can be had");
                }
            }
        }

        Assert.True(smallOnes > 10, $"the city has {smallOnes} small counts");
    }

    private static async Task<CrawledFigures> CrawlAsync(RunningMonitor monitor, InventedCity city)
    {
        var crawled = new CrawledFigures();
        var areas = city.Areas.ToList();
        List<string> paths = ["/api/v1/municipalities/GM0153/observations?pageSize=1000", .. Kinds.SelectMany(kind => new[] { $"/api/v1/municipalities/GM0153/scorecards/{kind}" })];
        foreach (var indicator in new[] { "inhabitants", "social_assistance", "average_income", "active_residents", "active_residents_share", "corporation_residents", "other_residents" })
        {
            paths.Add($"/api/v1/observations?indicator={indicator}&areas={string.Join(',', areas)}");
            paths.Add($"/api/v1/municipalities/GM0153/observations?indicators={indicator}");
            paths.AddRange(areas.Select(area => $"/api/v1/areas/{area}/observations?indicator={indicator}"));
        }

        foreach (var area in areas)
        {
            paths.Add($"/api/v1/areas/{area}/observations");
            paths.AddRange(Kinds.SelectMany(kind => Enumerable.Range(InventedCity.FirstYear, InventedCity.Years).Select(year => $"/api/v1/areas/{area}/scorecards/{kind}/{year}")));
        }

        var answered = 0;
        foreach (var path in paths)
        {
            using var answer = await monitor.App.Client.GetAsync(path, Token);
            if (!answer.IsSuccessStatusCode)
            {
                continue; // not every area has every kind
            }

            using var json = JsonDocument.Parse(await answer.Content.ReadAsStreamAsync(Token));
            crawled.Read(json.RootElement);
            answered++;
        }

        Assert.True(answered > paths.Count / 3, $"{answered} of {paths.Count} were answered");
        return crawled;
    }

    /// <summary>What follows from the figures of one year: linear equations in the counts of all areas.</summary>
    private sealed class Knowledge
    {
        private readonly List<(string Area, string What)> unknowns = [];
        private readonly List<double[]> rows = [];
        private readonly int rank;

        public Knowledge(InventedCity city, CrawledFigures crawled, int year)
        {
            unknowns.AddRange(city.Areas.Distinct().SelectMany(area => InventedCity.Whats.Select(what => (area, what))));
            foreach (var (whole, parts) in city.Sums)
            {
                foreach (var what in InventedCity.Whats)
                {
                    rows.Add(Row([(whole, what, -1), .. parts.Select(part => (part, what, 1.0))]));
                }
            }

            foreach (var ((area, period, indicator), value) in crawled.Found.Where(figure => figure.Key.Period == year && city.Areas.Contains(figure.Key.Area)))
            {
                double[]? row = indicator switch
                {
                    "inhabitants" => Row((area, "inhabitants", 1)),
                    "active_residents" => Row((area, "active", 1)),
                    "corporation_residents" => Row((area, "corporation", 1)),
                    "other_residents" => Row((area, "inhabitants", 1), (area, "corporation", -1)),
                    "social_assistance" => Row((area, "assisted", 1), (area, "inhabitants", -(double)value / 100)),
                    "active_residents_share" => Row((area, "active", 1), (area, "inhabitants", -(double)value / 100)),
                    _ => null,
                };
                if (row is not null)
                {
                    rows.Add(row);
                }
            }

            rank = Rank(rows);
        }

        /// <summary>Whether a sum of counts follows: then it adds nothing to the equations.</summary>
        public bool Gives(params (string Area, string What, double Times)[] sum) => Rank([.. rows, Row(sum)]) == rank;

        private double[] Row(params (string Area, string What, double Times)[] terms)
        {
            var row = new double[unknowns.Count];
            foreach (var (area, what, times) in terms)
            {
                row[unknowns.IndexOf((area, what))] += times;
            }

            return row;
        }

        private static int Rank(List<double[]> rows) => Matrix<double>.Build.DenseOfRowArrays(rows).Rank();
    }
}
