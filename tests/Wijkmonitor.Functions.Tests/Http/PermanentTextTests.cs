using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Wijkmonitor.Functions.Http.Requests;

namespace Wijkmonitor.Functions.Tests.Http;

/// <summary>Text that is kept for good is about no person, as far as that can be seen. All numbers and names here are invented.</summary>
public sealed class PermanentTextTests
{
    [Theory]
    [InlineData("Op verzoek van bewoner@example.nl", "een e-mailadres", "an e-mail address")]
    [InlineData("Het dossier 111222333 klopt niet", "een burgerservicenummer (BSN)", "a citizen service number (BSN)")]
    [InlineData("Dubbel met bsn 111222333.", "een burgerservicenummer (BSN)", "a citizen service number (BSN)")]
    [InlineData("Dubbel met 111222333, dus weg", "een burgerservicenummer (BSN)", "a citizen service number (BSN)")]
    [InlineData("111222333", "een burgerservicenummer (BSN)", "a citizen service number (BSN)")]
    [InlineData("Bel 06-12345678.", "een telefoonnummer", "a telephone number")]
    [InlineData("Het gaat om Kerkstraat 12a.", "een adres met huisnummer", "an address with a house number")]
    [InlineData("Na overleg met mevr. A. van der Berg", "een naam van een persoon", "a person's name")]
    [InlineData(" J. de Vries ", "een naam van een persoon", "a person's name")]
    public async Task Text_that_looks_like_a_person_is_refused_in_both_languages_and_not_repeated(string text, string nl, string en)
    {
        var problem = await ReadProblemAsync(PermanentText.Validate("reason", text)!);

        Assert.Equal($"In reason staat zo te zien {nl}. Het wordt voorgoed bewaard en kan niet worden verwijderd: laat dit weg, en noem een rol in plaats van een persoon.", GetMessage("nl"));
        Assert.Equal($"reason seems to hold {en}. It is kept for good and cannot be removed: leave this out, and name a role instead of a person.", GetMessage("en"));
        Assert.Equal("reason", Assert.Single(problem.GetProperty("errors").EnumerateArray()).GetProperty("field").GetString());
        Assert.Equal(400, problem.GetProperty("status").GetInt32());
        Assert.DoesNotContain(text.Trim(), problem.GetRawText(), StringComparison.Ordinal);

        string? GetMessage(string language) => problem.GetProperty("message").GetProperty(language).GetString();
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("gemeente")]
    [InlineData("databeheerder gemeente")]
    [InlineData("De cijfers over 2017 zijn dubbel geleverd, zie BU01530102.")]
    [InlineData("Totaal 159.960, was 1.234.567,89 euro. Gecontroleerd op 2018-03-01.")]
    [InlineData("De wijk P.C. Hooftbuurt ontbrak.")]
    [InlineData("The figures were checked with the supplier.")]
    public void Text_about_figures_and_areas_is_accepted(string? text) => Assert.Null(PermanentText.Validate("reason", text));

    private static async Task<JsonElement> ReadProblemAsync(IResult problem) => (await FunctionCall.SendAsync(_ => Task.FromResult(problem))).Json;
}
