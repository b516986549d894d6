using Wijkmonitor.Indicators.Datasets.Problems;
using Wijkmonitor.Local;

namespace Wijkmonitor.Indicators.Tests.Datasets.Sources;

/// <summary>Persons' data is kept out, and figures, areas and years are not taken for it. All numbers and names here are invented.</summary>
public sealed class PersonalDataTests
{
    private const string Header = "area;period;indicator;value;boundary_year;extra\n";

    [Theory]
    [InlineData("bewoner@example.nl", "e-mailadres")]
    [InlineData("06-12345678", "telefoonnummer")]
    [InlineData("bel +31 6 12 34 56 78", "telefoonnummer")]
    [InlineData("0201234567", "telefoonnummer")]
    [InlineData("111222333", "BSN")]
    [InlineData("bsn 111222333", "BSN")]
    [InlineData("7511 AB 12", "huisnummer")]
    [InlineData("7511 AB 12-A", "huisnummer")]
    [InlineData("7511AB12", "huisnummer")]
    [InlineData("7511AB12a", "huisnummer")]
    [InlineData("2011AB12", "huisnummer")]
    [InlineData("(053) 481 81 81", "telefoonnummer")]
    [InlineData("(06)12345678", "telefoonnummer")]
    [InlineData("06 - 12345678", "telefoonnummer")]
    [InlineData("+31 (0)53 481 81 81", "telefoonnummer")]
    [InlineData("1234.56.782", "BSN")]
    [InlineData("nummer 1234 56 782", "BSN")]
    [InlineData("BSN: 123-456-782", "BSN")]
    [InlineData("Kerkstraat 12a", "huisnummer")]
    [InlineData("mevr. A. van der Berg", "naam")]
    [InlineData("A.B. de Jong", "naam")]
    [InlineData("Mw. Jansen belde", "naam")]
    [InlineData("Dhr. de Vries", "naam")]
    [InlineData("Mevr. A. van der Berg", "naam")]
    public void A_value_that_looks_like_a_person_refuses_the_file_and_is_not_repeated(string value, string kind)
    {
        var reading = Reading.Read("area-indicators", Header + $"GM0153;2017;burglaries;5;2016;x\nGM0153;2018;burglaries;5;2016;{value}\nGM0153;2019;burglaries;5;2016;{value}\n");

        var problem = reading.Log.Kept.Single(p => p.Code == ProblemCodes.PersonalData);
        Assert.Equal((ProblemSeverity.Error, 3, "extra"), (problem.Severity, problem.Line, problem.Column));
        Assert.Contains(kind, problem.Message.Nl);
        Assert.Contains("2 keer", problem.Message.Nl);
        Assert.Null(problem.Value);
        Assert.DoesNotContain(value, problem.Message.Nl + problem.Message.En);
    }

    [Theory]
    [InlineData("123456789")]
    [InlineData("2019")]
    [InlineData("0.123456789")]
    [InlineData("-0,100")]
    [InlineData("1234567890123")]
    [InlineData("Wijk 05 Bedrijventerrein")]
    [InlineData("P.C. Hooftbuurt")]
    [InlineData("J.M. den Uylpark")]
    [InlineData("BU03630000")]
    [InlineData("20170612")]
    [InlineData("1 000 euro")]
    [InlineData("7511 AB")]
    [InlineData("000000000")]
    [InlineData("2022MM03")]
    [InlineData("2021GM0153")]
    [InlineData("123.456.782 euro")]
    [InlineData("2022-03-123")]
    [InlineData("0 - 15 - 25 - 35 - 45 - 55")]
    [InlineData("(2022) 12345678")]
    public void A_figure_an_area_or_a_date_is_not_personal_data(string value)
    {
        var reading = Reading.Read("area-indicators", Header + $"GM0153;2017;burglaries;5;2016;{value}\n");

        Assert.Equal([ProblemCodes.ColumnUnknown], reading.Log.Kept.Select(p => p.Code));
    }

    // The file is kept with its titles and notes.
    [Theory]
    [InlineData("", "\n111222333")]
    [InlineData("", "\nvraag na bij 111222333")]
    [InlineData("Overzicht 111222333\n", "")]
    [InlineData("Overzicht 1112.22.333\n", "", "1112.22.333")]
    [InlineData("BSN 111.222.333 van een bewoner\n", "", "111.222.333")]
    public void A_citizen_service_number_in_a_note_refuses_the_file_and_is_not_repeated(string title, string note, string number = "111222333")
    {
        var problem = Assert.Single(ReadNoted(title, note), p => p.Code == ProblemCodes.PersonalData);

        Assert.Equal((ProblemSeverity.Error, title.Length > 0 ? 1 : 4, null), (problem.Severity, problem.Line, problem.Column));
        Assert.Contains("BSN", problem.Message.Nl);
        Assert.DoesNotContain(number, problem.Message.Nl + problem.Message.En + problem.Value);
    }

    [Theory]
    [InlineData("", "\nVragen: cijfers@example.nl")]
    [InlineData("", "\nBel 06-12345678")]
    [InlineData("Overzicht, cijfers@example.nl\n", "")]
    [InlineData("Gemaakt door dhr. Jansen\n", "")]
    [InlineData("", "\nVragen aan mevr A. de Vries")]
    [InlineData("Zonder burgerservicenummer\n", "")]
    [InlineData("", "\nBSN van de aanvrager onbekend")]
    [InlineData("", "\nBel (053) 481 81 81")]
    public void An_address_or_number_in_a_title_or_note_is_to_be_confirmed(string title, string note)
    {
        var problem = Assert.Single(ReadNoted(title, note), p => p.Code == ProblemCodes.PersonalData);

        Assert.Equal(ProblemSeverity.Warning, problem.Severity);
        Assert.True(problem.NeedsConfirmation);
        Assert.NotNull(problem.Value);
    }

    [Theory]
    [InlineData("Kerncijfers 85318NED, 2024-11-28 10:00\n", "\nTabel 85318NED, versie 20241128")]
    [InlineData("", "\nNotitie over 1.234.567 inwoners")]
    public void A_title_or_note_without_personal_data_is_passed_over(string title, string note) =>
        Assert.DoesNotContain(ReadNoted(title, note), p => p.Code == ProblemCodes.PersonalData);

    // A parser passes comments over; the file is kept with them.
    [Theory]
    [InlineData("# gecontroleerd, ook 111222333\n", "", 1)]
    [InlineData("", "# \"na te vragen bij 111222333\n", 3)]
    [InlineData("# eerste\n# tweede: 111222333\n", "", 2)]
    public void A_citizen_service_number_in_a_comment_refuses_the_file_with_its_line(string before, string after, int line)
    {
        var problem = Reading.Read("area-indicators", before + "area;period;indicator;value\nGM0153;2017;burglaries;5\n" + after).Problem;

        Assert.Equal((ProblemCodes.PersonalData, ProblemSeverity.Error, line), (problem.Code, problem.Severity, problem.Line));
    }

    [Fact]
    public void Other_comments_are_passed_over_however_long_they_are()
    {
        var text = "# Voorbeeld: cijfers van 2017\n# " + new string('x', 12_000) + "\narea;period;indicator;value\nGM0153;2017;burglaries;5\n#";

        Assert.Empty(Reading.Read("area-indicators", text).Log.Kept);
    }

    [Theory]
    [InlineData("\"bsn\": 111222333", "bsn")]
    [InlineData("\"telefoonnummer\": null", "telefoonnummer")]
    [InlineData("\"contact\": \"bewoner@example.nl\"", "contact")]
    [InlineData("\"tel\": \"06-12345678\"", "tel")]
    [InlineData("\"tel\": \"(053) 481 81 81\"", "tel")]
    [InlineData("\"opmerking\": \"BSN 123456782\"", "opmerking")]
    [InlineData("\"opmerking\": \"bsn:123456782\"", "opmerking")]
    [InlineData("\"opmerking\": \"vraag na bij 123456782\"", "opmerking")]
    [InlineData("\"nummer\": \"1234.56.782\"", "nummer")]
    public void A_property_of_a_boundary_with_personal_data_refuses_the_file_once(string property, string name)
    {
        var problem = Assert.Single(ReadShapes(property).Kept, p => p.Code == ProblemCodes.PersonalData);

        Assert.Equal((ProblemSeverity.Error, name), (problem.Severity, problem.Column));
        Assert.Null(problem.Value);
    }

    [Theory]
    [InlineData("\"buurtnaam\": \"J.M. den Uylpark\"")]
    [InlineData("\"gml_id\": \"buurten.111222333\"")]
    [InlineData("\"oppervlakte\": 111222333")]
    [InlineData("\"pand\": \"pand 123456789\"")]
    [InlineData("\"opmerking\": \"omvang 123.456.782 m2\"")]
    public void Other_properties_of_a_boundary_are_not_personal_data(string property) => Assert.Empty(ReadShapes(property).Kept);

    private static IReadOnlyList<RowProblem> ReadNoted(string title, string note) => [.. Reading.Read(
        "area-indicators", title + "area;period;indicator;value;boundary_year\nGM0153;2017;burglaries;5;2016" + (note.Length > 0 ? "\nBron: gemeente" + note : "") + "\n").Log.Kept];

    private static ProblemLog ReadShapes(string property)
    {
        string Feature(string code) => $$$"""{"type":"Feature","properties":{"code":"{{{code}}}",{{{property}}}},"geometry":{"type":"Polygon","coordinates":[[[4.88,52.36],[4.9,52.36],[4.9,52.38],[4.88,52.36]]]}}""";
        return Reading.Read(
            Reading.Definition("boundaries").ForFile("buurten-2023.geojson"), $$"""{"type":"FeatureCollection","features":[{{Feature("BU03630000")}},{{Feature("BU03630001")}}]}""").Log;
    }

    [Fact]
    public void A_citizen_service_number_among_names_is_personal_data()
    {
        var definition = Reading.Definition("area-indicators", ("\"boundaryYear\": \"period\"", "\"nameColumns\": [\"extra\"], \"boundaryYear\": \"period\""));

        var problem = Reading.Read(definition, Header + "GM0153;2017;burglaries;5;2016;De Regenboog\nGM0153;2018;burglaries;5;2016;111222333\n")
            .Log.Kept.Single(p => p.Code == ProblemCodes.PersonalData);

        Assert.Contains("BSN", problem.Message.Nl);
    }

    [Fact]
    public void Nine_digit_numbers_that_pass_the_test_by_chance_are_not_citizen_service_numbers()
    {
        var rows = string.Concat(Enumerable.Range(0, 100).Select(i => $"GM{i:0000};2017;burglaries;5;2016;{123456700 + i}\n"));

        Assert.Equal(0, Reading.Read("area-indicators", Header + rows).Log.Errors);
    }

    [Theory]
    [InlineData("BSN")]
    [InlineData("e-mail")]
    [InlineData("Huisnummer")]
    [InlineData("voornaam_bewoner")]
    [InlineData("geboorteDatum", false)]
    [InlineData("GeboorteDatum_bewoner", false)]
    [InlineData("geboortedatum")]
    [InlineData("naamHuurder")]
    [InlineData("Gemeentenaam_1", false)]
    [InlineData("MeestVoorkomendePostcode_113", false)]
    [InlineData("Omgevingsadressendichtheid_116", false)]
    [InlineData("PersonenPerSoortUitkeringBijstand_83", false)]
    public void A_column_is_refused_by_its_name(string column, bool refused = true)
    {
        // The two halves of a compound word count together.
        refused |= column.StartsWith("geboorteDatum", StringComparison.OrdinalIgnoreCase);

        var reading = Reading.Read("area-indicators", Header.Replace("extra", column) + "GM0153;2017;burglaries;5;2016;\n");

        Assert.Equal(refused, reading.Log.Kept.Any(p => p is { Code: ProblemCodes.PersonalData, Line: 1 } && p.Column == column));
    }

    [Fact]
    public void Personal_data_in_place_of_a_number_is_not_repeated()
    {
        var reading = Reading.Read("area-indicators", Header + "GM0153;2017;burglaries;bewoner@example.nl;2016;\n");

        Assert.Contains(reading.Log.Kept, p => p is { Code: ProblemCodes.PersonalData, Line: 2, Column: "value" });
        Assert.DoesNotContain(reading.Log.Kept, p => p.Value?.Contains('@') == true);
    }

    [Fact]
    public void A_confirmation_names_a_role_not_a_person()
    {
        const string Text = "contract;reference;date;activity;count;confirmed_by\ndolphia;A1;2017-03-29;neighbourhood_dinner;2;{0}\n";

        Assert.Empty(Reading.Read("activities", Text.Replace("{0}", "wijkregisseur")).Log.Kept);
        Assert.Equal((ProblemCodes.PersonalData, "confirmed_by"), Reading.Read("activities", Text.Replace("{0}", "mw. Jansen")).Problem is var p ? (p.Code, p.Column) : default);
    }

    [Theory]
    [InlineData("N.O. van Schaarsbergen")]
    [InlineData("P.J. Troelstralaan 12")]
    public void A_column_that_the_definition_knows_to_hold_names_of_areas_is_judged_as_such(string name)
    {
        const string Text = "bu_code,{1},jaar,lbm,afw,fys,onv,soc,vrz,won\nBU02021368,{0},2020,4.102,-0.049,-0.020,-0.095,-0.033,0.127,-0.028\n";

        Assert.Empty(Reading.Read("leefbaarometer", Text.Replace("{0}", name).Replace("{1}", "bu_naam")).Log.Kept);
        Assert.Equal(1, Reading.Read("leefbaarometer", Text.Replace("{0}", name).Replace("{1}", "iets")).Log.Errors);
    }

    [Theory]
    [InlineData("patientnummer", "12345")]
    [InlineData("Pati\u00EBntnummer", "12345")]
    [InlineData("client_nr", "12345")]
    [InlineData("KlantNummer", "12345")]
    [InlineData("kenteken", "12-AB-34")]
    [InlineData("bewoner", "Jan de Vries")]
    [InlineData("Bewoners", "Fatima El-Amrani")]
    [InlineData("huurder", "Anne-Marie van 't Hof")]
    [InlineData("wijkagent", "Piet A. Jansen")]
    public void Numbers_and_names_of_people_refuse_the_file(string column, string value)
    {
        var problem = Reading.Read("area-indicators", $"area;period;indicator;value;{column}\nGM0153;2017;burglaries;5;{value}\n").Log.Kept.Single(p => p.Code == ProblemCodes.PersonalData);

        Assert.Equal((ProblemSeverity.Error, column), (problem.Severity, problem.Column));
    }

    [Theory]
    [InlineData("bewoners", "5400")]
    [InlineData("huurder", "43.5")]
    [InlineData("huurder", "Sociale Huur")]
    [InlineData("huurder", "De Woonplaats")]
    [InlineData("bewoner", "ja")]
    [InlineData("inkomen per bewoner", "Jan de Vries")]
    [InlineData("buurtnaam", "Jan de Witt")]
    [InlineData("aantal klanten", "12")]
    [InlineData("vermogen", "5 MW Wind")]
    public void Numbers_of_people_and_groups_of_them_are_no_personal_data(string column, string value)
    {
        var reading = Reading.Read("area-indicators", $"area;period;indicator;value;{column}\nGM0153;2017;burglaries;5;{value}\n");

        Assert.DoesNotContain(reading.Log.Kept, problem => problem.Code == ProblemCodes.PersonalData);
        Assert.Equal(5, Assert.Single(reading.Observations).Values[0].Value.Number);
    }

    [Theory]
    [InlineData(1000, 1, true)]
    [InlineData(999, 1, false)]
    [InlineData(1000, 2, false)]
    public void One_hit_among_a_thousand_names_is_to_be_confirmed_and_more_are_refused(int rows, int hits, bool isQuestion)
    {
        const string Mail = "bewoner@example.nl";
        var text = "gm_code,gm_naam,jaar,lbm,afw,fys,onv,soc,vrz,won\n" + string.Concat(Enumerable.Range(0, rows).Select(i =>
            $"GM{i:0000},{(i < hits ? Mail : "Buurt")},2020,4.102,-0.049,-0.020,-0.095,-0.033,0.127,-0.028\n"));

        var problem = Reading.Read("leefbaarometer", text).Problem;

        Assert.Equal((ProblemCodes.PersonalData, 2, "gm_naam"), (problem.Code, problem.Line, problem.Column));
        Assert.Equal(isQuestion ? (ProblemSeverity.Warning, true, Mail) : (ProblemSeverity.Error, false, null), (problem.Severity, problem.NeedsConfirmation, problem.Value));
    }

    [Fact]
    public void Two_hits_of_two_kinds_among_many_names_are_refused()
    {
        var text = "gm_code,gm_naam,jaar,lbm,afw,fys,onv,soc,vrz,won\n" + string.Concat(Enumerable.Range(0, 1203).Select(i =>
            $"GM{i:0000},{(i == 5 ? "111222333" : i == 9 ? "06-12345678" : "Buurt")},2020,4.102,-0.049,-0.020,-0.095,-0.033,0.127,-0.028\n"));

        Assert.All(Reading.Read("leefbaarometer", text).Log.Kept, problem => Assert.Equal((ProblemCodes.PersonalData, ProblemSeverity.Error, null), (problem.Code, problem.Severity, problem.Value)));
        Assert.Equal(2, Reading.Read("leefbaarometer", text).Log.Errors);
    }

    [Fact]
    public void One_hit_in_an_undeclared_column_refuses_the_file()
    {
        var rows = string.Concat(Enumerable.Range(0, 2000).Select(i => $"GM{i:0000};2017;burglaries;5;2016;{(i == 7 ? "A.B. de Jong" : "x")}\n"));

        var problem = Reading.Read("area-indicators", Header + rows).Log.Kept.Single(p => p.Code == ProblemCodes.PersonalData);

        Assert.Equal((ProblemSeverity.Error, null), (problem.Severity, problem.Value));
    }

    [Theory]
    [InlineData("123456782", true)]
    [InlineData("111222333", true)]
    [InlineData("111222334", false)]
    [InlineData("1112223330", false)]
    [InlineData("12345678", false)]
    public void The_test_of_eleven_is_that_of_the_citizen_service_number(string digits, bool isBsn) =>
        Assert.Equal(isBsn ? 1 : 0, Reading.Read("area-indicators", Header + $"GM0153;2017;burglaries;5;2016;nummer {digits}\n").Log.Errors);

    [Theory]
    [InlineData("ses-woa-amsterdam-2019.csv", "ses-woa")]
    [InlineData("leefbaarometer-2-classes-wijk.csv", "leefbaarometer-2-classes")]
    public void Published_files_hold_no_personal_data(string file, string dataset)
    {
        Assert.SkipWhen(RepositoryFolder.PublishedData is null, "The published data is not on this machine (docs/architecture.md).");

        Assert.Empty(Reading.ReadFile(dataset, Path.Combine(RepositoryFolder.PublishedData!, file)).Log.Kept);
    }
}
