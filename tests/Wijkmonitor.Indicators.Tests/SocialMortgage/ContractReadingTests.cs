using System.Text.Json.Nodes;
using Wijkmonitor.Indicators.Ledgers;
using Wijkmonitor.Indicators.SocialMortgage.Contracts;

namespace Wijkmonitor.Indicators.Tests.SocialMortgage;

public sealed class ContractReadingTests
{
    [Theory]
    [InlineData("id")]
    [InlineData("version")]
    [InlineData("validFrom")]
    [InlineData("title")]
    [InlineData("area")]
    [InlineData("city")]
    [InlineData("parties")]
    [InlineData("population")]
    [InlineData("principal")]
    [InlineData("covers")]
    [InlineData("operationBasis")]
    [InlineData("interestPercent")]
    [InlineData("firstYear")]
    [InlineData("termYears")]
    [InlineData("baselineYear")]
    [InlineData("indicators")]
    [InlineData("tariffs")]
    [InlineData("offTrack")]
    [InlineData("notes")]
    public void A_missing_field_is_named_with_its_question_in_both_languages(string field)
    {
        var problem = Assert.Single(Problems(json => json.Remove(field)));

        Assert.Equal((field, null), (problem.Field, problem.Value));
        Assert.Matches("^Dit veld ontbreekt. .*[?.]$", problem.Message.Nl);
        Assert.Matches("^This field is missing. .*[?.]$", problem.Message.En);
        Assert.NotEmpty(problem.Remedy.Nl);
    }

    [Theory]
    [InlineData("early_school_leavers", "baseline")]
    [InlineData("early_school_leavers", "cityBaseline")]
    [InlineData("early_school_leavers", "baselineSource")]
    [InlineData("early_school_leavers", "step")]
    [InlineData("early_school_leavers", "stepUnit")]
    [InlineData("early_school_leavers", "amount")]
    [InlineData("early_school_leavers", "rounding")]
    [InlineData("early_school_leavers", "basis")]
    [InlineData("early_school_leavers", "worsening")]
    [InlineData("early_school_leavers", "overshoot")]
    [InlineData("early_school_leavers", "rule")]
    [InlineData("public_space_grade", "stepUnit")]
    [InlineData("care_spending", "sharePercent")]
    [InlineData("care_spending", "measuredAs")]
    [InlineData("average_income", "asWritten")]
    [InlineData("average_income", "readings")]
    public void An_open_choice_is_required_for_each_rule_that_needs_it(string indicator, string field) =>
        Assert.Equal($"indicators/{indicator}/{field}", Assert.Single(Problems(json => Mortgage.Indicator(json, indicator).Remove(field))).Field);

    [Fact]
    public void All_problems_are_reported_at_once()
    {
        var problems = Problems(json =>
        {
            json.Remove("principal");
            json["covers"] = "roof";
            json["termYears"] = "ten";
            json["colour"] = "red";
            var leavers = Mortgage.Indicator(json, "early_school_leavers");
            leavers.Remove("basis");
            leavers["worsening"] = "forgive";
            Mortgage.Indicator(json, "burglaries")["rule"] = "percentage";
        });

        Assert.Equal(
            ["colour", "covers", "indicators/burglaries/rule", "indicators/early_school_leavers/basis", "indicators/early_school_leavers/worsening", "principal", "termYears"],
            problems.Select(p => p.Field).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_missing_choice_lists_the_options()
    {
        var problem = Assert.Single(Problems(json => Mortgage.Indicator(json, "early_school_leavers").Remove("worsening")));

        Assert.Equal("Kies een van: floor-at-zero, claw-back, negative.", problem.Remedy.Nl);
        Assert.Equal("Dit veld ontbreekt. Wat gebeurt er als het cijfer verslechtert?", problem.Message.Nl);
    }

    [Fact]
    public void A_missing_object_lists_its_fields_and_options() =>
        Assert.Equal(
            "Zet tussen { en } de velden: when (never | one-year | two-years), talkBelowPercent, reconsiderBelowPercent.",
            Assert.Single(Problems(json => json.Remove("offTrack"))).Remedy.Nl);

    [Theory]
    [InlineData("floor-at-zero ")]
    [InlineData("0")]
    public void An_unknown_choice_is_shown_as_read(string value)
    {
        var problem = Assert.Single(Problems(json => Mortgage.Indicator(json, "early_school_leavers")["worsening"] = value));

        Assert.Equal(("indicators/early_school_leavers/worsening", $"\"{value}\""), (problem.Field, problem.Value));
    }

    [Theory]
    [InlineData("1.500")]
    [InlineData("1,500")]
    public void A_quoted_number_is_refused(string amount) =>
        Assert.Equal($"\"{amount}\"", Assert.Single(Problems(json => Mortgage.Indicator(json, "early_school_leavers")["amount"] = amount)).Value);

    [Fact]
    public void A_choice_as_a_number_is_refused() =>
        Assert.Equal("covers", Assert.Single(Problems(json => json["covers"] = 1)).Field);

    [Fact]
    public void A_required_field_that_is_null_is_refused() =>
        Assert.Equal("principal", Assert.Single(Problems(json => json["principal"] = null)).Field);

    public static TheoryData<string, string> Together => new()
    {
        { "id", """{ "id": "Dolphia 1" }""" },
        { "version", """{ "version": "" }""" },
        { "area", """{ "area": "GM0153" }""" },
        { "city", """{ "city": "GM0363" }""" },
        { "parties", """{ "parties": [] }""" },
        { "population/count", """{ "population": { "count": 0, "year": 2016 } }""" },
        { "principal", """{ "principal": 0 }""" },
        { "principal", """{ "principal": 0.001 }""" },
        { "interestPercent", """{ "interestPercent": -1 }""" },
        { "termYears", """{ "termYears": 0 }""" },
        { "firstYear", """{ "firstYear": 17, "baselineYear": 16 }""" },
        { "baselineYear", """{ "baselineYear": 2018 }""" },
        { "schedule", """{ "schedule": [ { "year": 2017, "total": 1 } ] }""" },
        { "caps/activities/perYear", """{ "caps": { "activities": { "perYear": -1 } } }""" },
        { "modules/a/sharePercent", """{ "modules": [ { "code": "a", "label": { "nl": "a", "en": "a" }, "sharePercent": 101 } ] }""" },
        { "tariffs", """{ "tariffs": [ { "code": "a", "label": { "nl": "a", "en": "a" }, "amount": 1 }, { "code": "a", "label": { "nl": "a", "en": "a" }, "amount": 1 } ] }""" },
        { "offTrack/talkBelowPercent", """{ "offTrack": { "when": "one-year" } }""" },
        { "offTrack/talkBelowPercent", """{ "offTrack": { "when": "two-years", "talkBelowPercent": 101 } }""" },
        { "offTrack/when", """{ "offTrack": { "when": "never", "talkBelowPercent": 75 } }""" },
        { "offTrack/when", """{ "offTrack": { "when": "always", "talkBelowPercent": 75 } }""" },
        { "offTrack/reconsiderBelowPercent", """{ "offTrack": { "when": "one-year", "talkBelowPercent": 75, "reconsiderBelowPercent": 80 } }""" },
        { "tariffs/A/code", """{ "tariffs": [ { "code": "A", "label": { "nl": "a", "en": "a" }, "amount": 1 } ] }""" },
    };

    [Theory]
    [MemberData(nameof(Together))]
    public void Inconsistent_fields_are_refused_by_name(string field, string change)
    {
        var problems = Problems(json =>
        {
            foreach (var (name, value) in JsonNode.Parse(change)!.AsObject())
            {
                json[name] = value?.DeepClone();
            }
        });

        Assert.Contains(field, problems.Select(p => p.Field));
    }

    [Theory]
    [InlineData("early_school_leavers", "step", "0")]
    [InlineData("early_school_leavers", "amount", "-1")]
    [InlineData("care_spending", "sharePercent", "101")]
    [InlineData("care_spending", "cityBaseline", "0")]
    [InlineData("average_income", "readings", "[]")]
    public void An_indicator_that_cannot_be_computed_is_refused(string indicator, string field, string value) =>
        Assert.Equal($"indicators/{indicator}/{field}", Assert.Single(Problems(json => Mortgage.Indicator(json, indicator)[field] = JsonNode.Parse(value))).Field);

    [Fact]
    public void A_percentage_of_a_gap_of_zero_is_refused() => Assert.Equal("indicators/burglaries/stepUnit", Assert.Single(Problems(json =>
    {
        var burglaries = Mortgage.Indicator(json, "burglaries");
        (burglaries["baseline"], burglaries["stepUnit"]) = (5, "relative");
    })).Field);

    [Fact]
    public void Malformed_JSON_is_a_problem_that_names_the_line()
    {
        var reading = Mortgage.Read("{\n  \"id\": \"dolphia\"\n  \"version\": \"1\"\n}");

        Assert.False(reading.IsRead);
        Assert.Contains("regel 3", Assert.Single(reading.Problems).Message.Nl);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("null")]
    public void Anything_but_an_object_is_a_problem(string json) => Assert.NotEmpty(Mortgage.Read(json).Problems);

    [Fact]
    public void A_contract_that_does_not_fit_the_catalogue_is_refused_by_indicator()
    {
        var json = Mortgage.Json();
        Mortgage.Indicator(json, "burglaries")["code"] = "burglary";
        Mortgage.Indicator(json, "youth_sports_club")["code"] = "education_low";
        Mortgage.Indicator(json, "public_space_reports").Remove("denominator");

        var problems = Mortgage.Read(json.ToJsonString()).Contract!.Validate(Mortgage.Catalogue);

        Assert.Equal(
            ["indicators/burglary/code", "indicators/education_low/rule", "indicators/public_space_reports/denominator"],
            problems.Select(p => p.Field).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void An_entry_is_checked_before_it_is_booked()
    {
        var contract = Mortgage.Contract();

        Assert.Null(contract.Validate(Mortgage.Activity("a", 2017, "walk_in", 1)));
        Assert.Null(contract.Validate(Mortgage.Operation("o", 2026, -12.5m)));
        Assert.Equal(("activity", "concert"), Refusal(Mortgage.Activity("a", 2017, "concert", 1)));
        Assert.Equal(("date", "2016-06-01"), Refusal(Mortgage.Activity("a", 2016, "walk_in", 1)));
        Assert.Equal(("date", "2027-06-01"), Refusal(Mortgage.Operation("o", 2027, 1)));
        Assert.Equal(("count", "0"), Refusal(Mortgage.Activity("a", 2017, "walk_in", 0)));
        Assert.Equal(("amount", "0.001"), Refusal(Mortgage.Operation("o", 2017, 0.001m)));
        Assert.Equal(("amount", null), Refusal(Mortgage.Operation("o", 2017, null)));
        Assert.Equal(("contract", "elders"), Refusal(Mortgage.Activity("a", 2017, "walk_in", 1, contract: "elders")));

        (string Field, string? Value) Refusal(LedgerEntry entry) => contract.Validate(entry) is { } problem ? (problem.Field, problem.Value) : default;
    }

    [Theory]
    [InlineData("7e28")]
    [InlineData("-7e28")]
    [InlineData("0.0000000001")]
    public void An_unrealistic_number_is_refused_so_that_no_sum_overflows(string number)
    {
        var problem = Problems(json => json["principal"] = JsonNode.Parse(number))[0];

        Assert.Equal("principal", problem.Field);
        Assert.Contains("te groot of heeft te veel decimalen", problem.Message.Nl);
    }

    [Theory]
    [InlineData("dolphia\n")]
    [InlineData("a234567890a234567890a234567890a234567890a")]
    public void An_id_that_cannot_be_part_of_a_key_is_refused(string id) => Assert.Equal("id", Assert.Single(Problems(json => json["id"] = id)).Field);

    [Theory]
    [InlineData("{ \"id\": \"\\ud800\" }")]
    [InlineData("{ \"\\ud800\": 1 }")]
    public void Half_a_surrogate_pair_is_reported_without_an_exception(string json)
    {
        using var stream = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(json));

        Assert.NotEmpty(SocialMortgageContract.Read(stream).Problems);
    }

    [Theory]
    [InlineData("\"principal\":", "\"principal\": 1, \"principal\":", "principal")]
    [InlineData("\"rule\":", "\"rule\": \"points\", \"rule\":", "indicators/social_assistance/rule")]
    [InlineData("\"baseline\":", "\"baseline\": 1, \"baseline\":", "indicators/social_assistance/baseline")]
    [InlineData("\"nl\":", "\"nl\": \"x\", \"nl\":", "title/nl")]
    public void A_duplicate_field_is_refused_by_name(string from, string to, string field)
    {
        var text = Mortgage.Json().ToJsonString();
        var place = text.IndexOf(from, StringComparison.Ordinal);

        var problem = Assert.Single(Mortgage.Read(text.Remove(place, from.Length).Insert(place, to)).Problems);

        Assert.Equal((field, "This field is given twice."), (problem.Field, problem.Message.En));
    }

    [Fact]
    public void A_contract_that_is_not_utf8_is_reported_as_such()
    {
        using var stream = new MemoryStream(System.Text.Encoding.Latin1.GetBytes("{ \"title\": \"café\" }"));

        Assert.Contains("UTF-8", Assert.Single(SocialMortgageContract.Read(stream).Problems).Message.Nl);
    }

    [Fact]
    public void Many_unknown_fields_are_reported_in_linear_time()
    {
        var problems = Problems(json =>
        {
            for (var i = 0; i < 10_000; i++)
            {
                json[$"unknown{i}"] = 1;
            }
        });

        Assert.Equal(10_000, problems.Count);
    }

    private static IReadOnlyList<ContractProblem> Problems(Action<JsonObject> change)
    {
        var json = Mortgage.Json();
        change(json);
        var reading = Mortgage.Read(json.ToJsonString());
        Assert.False(reading.IsRead);
        return reading.Problems;
    }
}
