using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Datasets.Messages;
using Wijkmonitor.Indicators.Datasets.Problems;
using Wijkmonitor.Indicators.Observations.Periods;

namespace Wijkmonitor.Indicators.Tests.Datasets.Figures;

/// <summary>The year that a file is about, by its name and by its contents.</summary>
public sealed class FilePeriodTests
{
    [Theory]
    [InlineData("boundaries", "cbs_buurten_2022_v2.geojson", 2022)]
    [InlineData("boundaries", "buurten2022.geojson", 2022)]
    [InlineData("boundaries", "2022buurten.geojson", 2022)]
    [InlineData("boundaries", "buurten_0363_2022.geojson", 2022)]
    [InlineData("boundaries", "GM1979_buurten_2022.geojson", 2022)]
    [InlineData("boundaries", "buurten-gm1979-2022.geojson", 2022)]
    [InlineData("boundaries", "export_20240115_buurten_2022.geojson", 2022)]
    [InlineData("boundaries", "export 2024-01-15 buurten 2022.geojson", 2022)]
    [InlineData("boundaries", "export 15-01-2024 buurten 2022.geojson", 2022)]
    [InlineData("boundaries", "2022/buurten 2022.geojson", 2022)]
    [InlineData("boundaries", "buurten_GM1979.geojson")]
    [InlineData("boundaries", "buurten_20240115.geojson")]
    [InlineData("boundaries", "buurten_1234.geojson")]
    [InlineData("boundaries", "buurten_2100.geojson")]
    [InlineData("boundaries", "buurten_22.geojson")]
    [InlineData("boundaries", "buurten_2021_2022.geojson", 2021, 2022)]
    [InlineData("boundaries", "buurten_1979_2022.geojson", 1979, 2022)]
    [InlineData("boundaries", "buurten_2021_2022.period-2022.geojson", 2022)]
    [InlineData("boundaries", "buurten_2021_2022 periode-2021.geojson", 2021)]
    [InlineData("boundaries", "buurten periode-2021.geojson", 2021)]
    [InlineData("boundaries", "buurten_2022 periode-2021.geojson", 2021, 2022)]
    [InlineData("kwb", "85318NED_TypedDataSet_01122022_101010.csv", 2022)]
    [InlineData("kwb", "kwb-2024-statline-population.csv", 2024)]
    [InlineData("kwb", "KWB2021_85318NED.csv", 2021, 2022)]
    [InlineData("kwb", "85318NED_85984NED.csv", 2022, 2024)]
    [InlineData("kwb", "KWB2021_85318NED.period-2022.csv", 2022)]
    [InlineData("kwb", "KWB2021.csv", 2021)]
    [InlineData("kwb", "kwb periode-2021.csv", 2021)]
    [InlineData("kwb", "KWB2012.csv")]
    [InlineData("kwb", "kwb periode-2012.csv")]
    [InlineData("kwb", "185318NED.csv")]
    [InlineData("kwb", "kwb_2021_12-03-2023.csv", 2021)]
    [InlineData("kwb", "KWB2021_15-01-2024.csv", 2021)]
    [InlineData("kwb", "KWB2021-05-12-2023.csv", 2021)]
    [InlineData("kwb", "kwb2021.12.03.2023.csv", 2021)]
    [InlineData("kwb", "kwb_2021_12_3_2023.csv", 2021)]
    [InlineData("kwb", "kwb_2021_2023-03-12.csv", 2021)]
    [InlineData("kwb", "kwb_2021_2023.3.9.csv", 2021)]
    [InlineData("kwb", "kwb 2021 03-15-2023.csv", 2021)]
    [InlineData("kwb", "kwb_2021-12-03.2023.csv")]
    [InlineData("kwb", "kwb_2021_2022-13-45.csv", 2021, 2022)]
    [InlineData("boundaries", "buurten_2022_15-01-2024.geojson", 2022)]
    [InlineData("boundaries", "buurten_2022_15_01_2024.geojson", 2022)]
    [InlineData("boundaries", "buurten_2022_okt2024.geojson", 2022)]
    [InlineData("kwb", "kwb_15_01_2024.csv")]
    [InlineData("kwb", "kwb 15 januari 2023.csv")]
    [InlineData("kwb", "kwb-15jan2023.csv")]
    [InlineData("kwb", "kwb 2023-jan-15.csv")]
    [InlineData("kwb", "kwb January 15, 2023.csv")]
    [InlineData("kwb", "kwb_gedownload_2024.csv")]
    [InlineData("kwb", "kwb download 2024.csv")]
    [InlineData("kwb", "kwb_geexporteerd_op_2024.csv")]
    [InlineData("kwb", "kwb_gewijzigd-in-2024.csv")]
    [InlineData("kwb", "kwb_okt2024.csv")]
    [InlineData("kwb", "kwb_10-2024.csv")]
    [InlineData("kwb", "kwb_export2022-05.csv")]
    [InlineData("kwb", "woonvisie_2024.csv")]
    [InlineData("kwb", "kwb_2021_okt2024.csv", 2021)]
    [InlineData("kwb", "kwb_2021_gedownload_2024.csv", 2021)]
    [InlineData("kwb", "kwb_export_v2_2021.csv", 2021)]
    [InlineData("kwb", "kwb jan-dec 2021.csv", 2021)]
    [InlineData("kwb", "2024-11-28 export 2023.csv", 2023)]
    [InlineData("kwb", "20241128_export_2023.csv", 2023)]
    [InlineData("kwb", "kwb_versie_2023 28-11-2024.csv", 2023)]
    [InlineData("kwb", "kwb export 2023 (28 november 2024).csv", 2023)]
    [InlineData("kwb", "kwb_28112024_update_2023.csv", 2023)]
    [InlineData("kwb", "2024-11-28 export 2024.csv")]
    [InlineData("kwb", "2022-11-28 export 2023.csv")]
    [InlineData("kwb", "2024-11-28 gedownload 2023.csv")]
    [InlineData("kwb", "kwb_2021_export_2023_28-11-2024.csv", 2021)]
    [InlineData("kwb", "85318NED export 2023 28-11-2024.csv", 2022)]
    [InlineData("kwb", "kwb export 2023.csv")]
    [InlineData("kwb", "Export_2023.csv")]
    [InlineData("kwb", "kwb_versie_2023.csv")]
    [InlineData("kwb", "kwb_update_2023.csv")]
    [InlineData("kwb", "kwb_datum_2023.csv")]
    [InlineData("kwb", "download_2023_kwb.csv")]
    [InlineData("kwb", "wijkagenda_2023.csv")]
    [InlineData("kwb", "agenda kwb 2023.csv")]
    [InlineData("kwb", "kwb_2023_01.csv")]
    [InlineData("kwb", "kwb 2023 24 wijken.csv", 2023)]
    [InlineData("kwb", "kwb 2023 24-11-28.csv", 2023)]
    [InlineData("kwb", "kwb per half jaar 2023.csv", 2023)]
    [InlineData("kwb", "2024-11-12-2023-kwb.csv", 2023, 2024)]
    [InlineData("kwb", "2024.11.12.2023.csv", 2023, 2024)]
    [InlineData("kwb", "2024-11-28-2023-kwb.csv", 2023, 2024)]
    [InlineData("kwb", "kwb_2024_11_12_2023.csv", 2023, 2024)]
    [InlineData("kwb", "2021-12-03-2023.csv", 2021, 2023)]
    [InlineData("kwb", "2024-13-45-2023.csv", 2023, 2024)]
    [InlineData("kwb", "kwb stand per januari 2023.csv")]
    [InlineData("kwb", "kwb_2021_peildatum_jan2023.csv", 2021)]
    public void The_year_is_a_token_of_its_own_and_two_are_not_chosen_from(string dataset, string name, params int[] years)
    {
        var definition = Reading.Definition(dataset).ForFile(name);

        Assert.Equal(years, definition.FilePeriods.Select(period => period.Year));
        Assert.Equal(years.Length == 1 ? years[0] : null, definition.FilePeriod?.Year);
    }

    [Theory]
    [InlineData("KWB2021_85318NED.csv", 2022, 2022)]
    [InlineData("KWB2021_85318NED.csv", 2024, 2021, 2022, 2024)]
    [InlineData("KWB2021_85318NED.csv", 2021, 2021, 2022)]
    [InlineData("kwb.csv", 2022, 2022)]
    [InlineData("kwb.csv", 2021, 2021)]
    [InlineData("kwb.csv", 2012)]
    public void A_year_that_was_chosen_counts_where_the_name_does_not_say_another(string name, int chosen, params int[] years) =>
        Assert.Equal(years, Reading.Definition("kwb").ForFile(name, new Period(chosen)).FilePeriods.Select(period => period.Year));

    [Fact]
    public void Two_years_refuse_a_file_and_are_both_named_with_the_way_to_choose()
    {
        var problem = Reading.Read(Reading.Definition("kwb").ForFile("KWB2021_85318NED.csv"), Kwb("GM0153")).Problem;

        Assert.Equal(ProblemCodes.PeriodAmbiguous, problem.Code);
        Assert.Contains("2021 en 2022", problem.Message.Nl);
        Assert.Contains("2021 and 2022", problem.Message.En);
        Assert.Contains("--period", problem.Remedy.Nl);
        Assert.DoesNotContain("85318NED", problem.Remedy.Nl + problem.Remedy.En);
    }

    [Theory]
    [InlineData("Kerncijfers wijken en buurten 2022 (gepubliceerd 31 maart 2023)", null)]
    [InlineData("Gewijzigd op: 31 maart 2023", null)]
    [InlineData("Gepubliceerd in 2023", null)]
    [InlineData("Gedownload: 2023", null)]
    [InlineData("© CBS 2023", null)]
    [InlineData("Published in 2023; source: CBS 2023", null)]
    [InlineData("Stand van 31 maart 2023", null)]
    [InlineData("Datum: maart 2024", null)]
    [InlineData("Opgesteld door afd. O&S, maart 2024", null)]
    [InlineData("Afdeling Onderzoek en Statistiek, 2024", null)]
    [InlineData("Afdeling Onderzoek 2019-nu", null)]
    [InlineData("Aantal: 2023 rijen", null)]
    [InlineData("Woonvisie 2025", null)]
    [InlineData("Kerncijfers 15/01/2024", null)]
    [InlineData("Kerncijfers 2022_15-01-2024", null)]
    [InlineData("Kerncijfers wijken en buurten, 31-maart-2023", null)]
    [InlineData("Kerncijfers wijken en buurten, maart 2023", 2023)]
    [InlineData("Kerncijfers 2023_15-01-2024", 2023)]
    [InlineData("Kerncijfers wijken en buurten 2023", 2023)]
    [InlineData("Conversie 2023", 2023)]
    [InlineData("Vastgesteld 2023", null)]
    [InlineData("Printdatum 2024", null)]
    [InlineData("Gegenereerd in 2024", null)]
    [InlineData("Rapportdatum: maart 2024", null)]
    [InlineData("Editie 2024", null)]
    [InlineData("Op basis van BAG 2024", null)]
    [InlineData("Peildatum 2023", 2023)]
    [InlineData("Editie 2024, cijfers 2023", 2023)]
    public void The_year_in_a_title_counts_and_the_year_of_publication_does_not(string title, int? other)
    {
        var reading = Reading.Read(Reading.Definition("kwb").ForFile("85318NED_UntypedDataSet.csv"), $"{title}\n" + Kwb("GM0153"));

        Assert.Equal(other is null ? [] : [ProblemCodes.PeriodAmbiguous], reading.Log.Kept.Select(problem => problem.Code));
        if (other is { } year)
        {
            Assert.Contains($"Een titel boven de kopregel zegt {year}, de naam van het bestand 2022.", reading.Problem.Message.Nl);
            Assert.Contains($"A title above the header says {year}, the file's name 2022.", reading.Problem.Message.En);
        }
    }

    [Fact]
    public void Two_choices_in_one_name_are_both_named()
    {
        var problem = Reading.Read(Reading.Definition("kwb").ForFile("kwb periode-2022 periode-2021.csv"), Kwb("GM0153")).Problem;

        Assert.Equal(ProblemCodes.PeriodAmbiguous, problem.Code);
        Assert.Contains("2021 en 2022", problem.Message.Nl);
    }

    [Fact]
    public void A_chosen_year_takes_precedence_over_a_title()
    {
        var text = "Kerncijfers wijken en buurten 2023\n" + Kwb("GM0153");

        var chosen = Reading.Read(Reading.Definition("kwb").ForFile("85318NED_UntypedDataSet.csv", new Period(2022)), text);
        var named = Reading.Read(Reading.Definition("kwb").ForFile("85318NED_UntypedDataSet.period-2022.csv"), text);

        Assert.Empty(chosen.Log.Kept.Concat(named.Log.Kept));
        Assert.All([chosen, named], reading => Assert.Equal(new Period(2022), Assert.Single(reading.Observations).Period));
    }

    [Theory]
    [InlineData("kwb", "kwb export 2023.csv", "2023 staat in 'export 2023'")]
    [InlineData("kwb", "Export_2023.csv", "2023 staat in 'Export_2023'")]
    [InlineData("kwb", "kwb_versie_2023.csv", "2023 staat in 'versie_2023'")]
    [InlineData("kwb", "kwb_update_2023.csv", "2023 staat in 'update_2023'")]
    [InlineData("kwb", "kwb_datum_2023.csv", "2023 staat in 'datum_2023'")]
    [InlineData("kwb", "download_2023_kwb.csv", "2023 staat in 'download_2023'")]
    [InlineData("kwb", "kwb_gedownload_2023.csv", "2023 staat in 'gedownload_2023'")]
    [InlineData("kwb", "wijkagenda_2023.csv", "2023 staat in 'wijkagenda_2023'")]
    [InlineData("kwb", "agenda kwb 2023.csv", "2023 staat in 'agenda kwb 2023'")]
    [InlineData("kwb", "kwb_15_01_2023.csv", "2023 staat in een dag of een maand")]
    [InlineData("kwb", "kwb stand per januari 2023.csv", "2023 staat in een dag of een maand")]
    [InlineData("boundaries", "buurten_2023_01.geojson", "2023 staat in een dag of een maand")]
    public void A_year_that_is_passed_over_is_named_and_can_be_chosen(string dataset, string name, string words)
    {
        var definition = Reading.Definition(dataset).ForFile(name);
        var problem = PeriodProblems.NoFilePeriod(definition);

        Assert.Equal((ProblemCodes.PeriodNotInName, "2023"), (problem.Code, problem.Value));
        Assert.Contains(words, problem.Message.Nl);
        Assert.Contains("2023 is in ", problem.Message.En);
        Assert.Contains("'periode-2023'", problem.Remedy.Nl);
        Assert.Contains("'period-2023'", problem.Remedy.En);
        Assert.Equal(new Period(2023), Reading.Definition(dataset).ForFile("periode-2023 " + name).FilePeriod);
    }

    [Fact]
    public void All_skipped_years_with_a_table_are_named()
    {
        var two = PeriodProblems.NoFilePeriod(Reading.Definition("kwb").ForFile("kwb export 2023 update 2024.csv"));
        var without = PeriodProblems.NoFilePeriod(Reading.Definition("kwb").ForFile("kwb export 2012.csv"));

        Assert.Equal("2023 / 2024", two.Value);
        Assert.Contains("'export 2023'", two.Message.Nl);
        Assert.Contains("'update 2024'", two.Message.Nl);
        Assert.DoesNotContain("202", two.Remedy.Nl);
        Assert.DoesNotContain("2012", without.Message.Nl + without.Remedy.Nl);
    }

    [Theory]
    [InlineData("KWB2012.csv")]
    [InlineData("kerncijfers.csv")]
    public void No_remedy_asks_for_a_name_that_says_another_year(string name)
    {
        var problem = Reading.Read(Reading.Definition("kwb").ForFile(name), Kwb("GM0153")).Problem;

        Assert.Equal(ProblemCodes.PeriodNotInName, problem.Code);
        Assert.DoesNotContain("NED", problem.Remedy.Nl + problem.Remedy.En);
    }

    [Theory]
    [InlineData("2023BU01530000", "buurten-2022.geojson", 2023)]
    [InlineData("2023BU01530000", "buurten_2021_2022.geojson", 2023)]
    [InlineData("2023BU01530000", "buurten.geojson", 2023)]
    public void The_year_inside_a_file_of_boundaries_comes_before_its_name(string together, string name, int year) =>
        Assert.Equal(year, Shape(together, name).Items.OfType<Wijkmonitor.Indicators.Datasets.Items.BoundaryItem>().Single().Boundary.BoundaryYear);

    [Theory]
    [InlineData("2023BU01530001")]
    [InlineData("BU01530000")]
    [InlineData("2023")]
    public void A_year_before_another_area_is_ignored(string together)
    {
        var problem = Shape(together, "buurten-2022.geojson").Problem;

        Assert.Equal((ProblemCodes.PeriodInvalid, "jrstatcode"), (problem.Code, problem.Column));
    }

    [Fact]
    public void The_read_summary_lists_year_reference_date_areas_and_symbols()
    {
        var reading = Reading.Read(Reading.Definition("kwb").ForFile("85318NED.csv"), Kwb("NL00", "PV20", "GM0153", "WK015300", "BU01530000", "BU01530001"));

        var summary = reading.Log.Tally.ToSummary();
        Assert.Equal([new Period(2022)], summary.Periods);
        Assert.Equal([new DateOnly(2022, 1, 1)], summary.ReferenceDates);
        Assert.Equal([2022], summary.BoundaryYears);
        Assert.Equal(new AreaCounts(1, 1, 2, 0), summary.Areas);
        Assert.Equal([("-", 4), (".", 8)], summary.Symbols.Select(pair => (pair.Key, pair.Value)).OrderBy(pair => pair.Key, StringComparer.Ordinal));
        Assert.Equal([new SkippedLines(SkippedKinds.LargerArea, 2, 2)], summary.Skipped);
        var text = ReadSummaryText.For(summary);
        Assert.Equal(
            "Gelezen: jaar 2022; peildatum 1 januari 2022; grenzen van 2022; 1 gemeente, 1 wijk, 2 buurten; zonder getal: '-' 4×, '.' 8×; overgeslagen: 2 × land, landsdeel, provincie of regio (vanaf regel 2); niet overgenomen: 'ID'.",
            text.Nl);
        Assert.Equal(
            "Read: year 2022; reference date 1 January 2022; boundaries of 2022; 1 municipality, 1 district, 2 neighbourhoods; without a number: '-' 4×, '.' 8×; skipped: 2 × country, part of the country, province or region (from line 2); not accepted: 'ID'.",
            text.En);
    }

    [Fact]
    public void An_area_counts_once_however_many_years_and_indicators_it_has()
    {
        var reading = Reading.Read("area-indicators", "area;period;indicator;value\nGM0153;2016;burglaries;1\nCU0153-a;2016;burglaries;1\nGM0153;2017;burglaries;1\nGM0153;2017;inhabitants;1\n");

        var summary = reading.Log.Tally.ToSummary();
        Assert.Equal(new AreaCounts(1, 0, 0, 1), summary.Areas);
        Assert.Equal([new Period(2016), new Period(2017)], summary.Periods);
        Assert.Empty(summary.ReferenceDates);
    }

    [Fact]
    public void Periods_that_are_no_years_are_listed_from_the_first_to_the_last()
    {
        var log = new ProblemLog();
        foreach (var quarter in new[] { 1, 2, 3 })
        {
            log.Tally.Add(AreaCode.Parse("GM0153"), 2024, Period.Create(PeriodGranularity.Quarter, 2024, quarter));
        }

        var text = ReadSummaryText.For(log.Tally.ToSummary());

        Assert.Equal("Gelezen: 3 perioden, 1e kwartaal 2024 tot en met 3e kwartaal 2024; grenzen van 2024; 1 gemeente.", text.Nl);
        Assert.Equal("Read: 3 periods, Q1 2024 to Q3 2024; boundaries of 2024; 1 municipality.", text.En);
    }

    private static string Kwb(params string[] areas) =>
        "ID;WijkenEnBuurten;AantalInwoners_5;HuishoudensTotaal_28;GemiddeldeWOZWaardeVanWoningen_35;Koopwoningen_40;InBezitWoningcorporatie_42;GemiddeldInkomenPerInwoner_72\n"
        + string.Concat(areas.Select(area => $"1;{area,-10};500;250;.;-;33;.\n"));

    private static Reading Shape(string together, string name) => Reading.Read(
        Reading.Definition("boundaries").ForFile(name),
        $$$"""{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"statcode":"BU01530000","jrstatcode":"{{{together}}}"},"geometry":{"type":"Polygon","coordinates":[[[6.88,52.21],[6.89,52.21],[6.89,52.22],[6.88,52.21]]]}}]}""");
}
