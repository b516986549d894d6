using System.Globalization;
using System.Text.Json;
using System.Text.Unicode;
using Wijkmonitor.Indicators.Catalogue;
using Wijkmonitor.Indicators.Ledgers;

namespace Wijkmonitor.Indicators.SocialMortgage.Contracts;

/// <content>Reading contracts, and checking them and entries on them.</content>
public sealed partial record SocialMortgageContract
{
    private static readonly JsonDocumentOptions DocumentOptions = new() { CommentHandling = JsonCommentHandling.Skip };

    /// <summary>
    /// Reads a contract from JSON in UTF-8. What is wrong is reported all at once: first everything about fields that are missing, unknown or
    /// of another kind, and where there is nothing of that, everything about what the fields say together.
    /// </summary>
    public static ContractReadResult Read(Stream json)
    {
        try
        {
            using var bytes = new MemoryStream();
            json.CopyTo(bytes);
            if (!Utf8.IsValid(bytes.GetBuffer().AsSpan(0, (int)bytes.Length)))
            {
                return ContractReadResult.FromProblems([CreateNotUtf8Problem()]);
            }

            bytes.Position = 0;
            using var document = JsonDocument.Parse(bytes, DocumentOptions);
            var shape = ContractJsonValidator.Validate(document.RootElement);
            return shape.Count > 0 ? ContractReadResult.FromProblems(shape) : Read(document.RootElement);
        }
        catch (JsonException e)
        {
            return ContractReadResult.FromProblems([CreateMalformedProblem(e)]);
        }
        catch (InvalidOperationException)
        {
            // An escape that stands for half a character, such as \ud800: text that no encoding has.
            return ContractReadResult.FromProblems([CreateNotUtf8Problem()]);
        }
    }

    /// <summary>Validates the contract against the catalogue: its indicators must exist and have a direction.</summary>
    public IReadOnlyList<ContractProblem> Validate(IndicatorCatalogue catalogue) => ContractValidator.Validate(this, catalogue);

    /// <summary>
    /// Finds the reason why an entry cannot be booked on this contract, or null where it can. The fields are named as in the files of entries.
    /// </summary>
    public ContractProblem? Validate(LedgerEntry entry)
    {
        if (entry.Contract != Id)
        {
            return new ContractProblem("contract", entry.Contract,
                new($"Deze regel is niet voor contract {Id}.", $"This row is not for contract {Id}."),
                new($"Vul {Id} in, of lever de regel aan bij het andere contract.", $"Enter {Id}, or deliver the row with the other contract."));
        }

        if (!IsInTerm(entry.Date.Year))
        {
            var term = string.Create(CultureInfo.InvariantCulture, $"{FirstYear}-{LastYear}");
            return new ContractProblem("date", entry.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                new($"Deze datum valt buiten de looptijd ({term}).", $"This date is outside the term ({term})."),
                new("Verbeter de datum, of haal de regel weg.", "Correct the date, or remove the row."));
        }

        return entry.Channel == LedgerChannel.Activities ? ValidateActivity(entry) : ValidateOperation(entry);
    }

    /// <summary>Finds the tariff of a kind of activity, or null where the contract has none.</summary>
    public ActivityTariff? FindTariff(string activity) => Tariffs.FirstOrDefault(t => t.Code == activity);

    private static ContractProblem CreateNotUtf8Problem() => new(
        "",
        Value: null,
        new("In dit bestand staat een teken dat geen UTF-8 is.", "There is a character in this file that is not UTF-8."),
        new("Sla het bestand op als UTF-8 en lever het opnieuw.", "Save the file as UTF-8 and deliver it again."));

    private static ContractReadResult Read(JsonElement element)
    {
        var contract = element.Deserialize(SocialMortgageJson.Default.SocialMortgageContract)!;
        var problems = ContractValidator.Validate(contract);
        return problems.Count > 0 ? ContractReadResult.FromProblems(problems) : ContractReadResult.FromContract(contract);
    }

    private static ContractProblem CreateMalformedProblem(JsonException e)
    {
        // The reader counts lines from 0; an editor counts from 1.
        var line = ((e.LineNumber ?? 0) + 1).ToString(CultureInfo.InvariantCulture);
        return new ContractProblem(e.Path is { Length: > 0 } path ? path : "$", Value: null,
            new($"Dit is geen geldige JSON: het gaat mis op regel {line}.", $"This is not valid JSON: it goes wrong at line {line}."),
            new("Kijk op die regel en de regel ervoor naar een ontbrekende komma, een ontbrekend aanhalingsteken of een haakje.",
                "Look on that line and the one before it for a missing comma, quotation mark or bracket."));
    }

    private ContractProblem? ValidateActivity(LedgerEntry entry)
    {
        if (FindTariff(entry.Item) is null)
        {
            var known = string.Join(", ", Tariffs.Select(t => t.Code));
            return new ContractProblem("activity", entry.Item,
                new("Deze activiteit staat niet in de tarieflijst van het contract.", "This activity is not in the contract's tariff list."),
                new($"Gebruik een van: {known}.", $"Use one of: {known}."));
        }

        return entry.Count is null or 0 || decimal.Truncate(entry.Count.Value) != entry.Count || Math.Abs(entry.Count.Value) > LedgerLimits.MaxCount
            ? new ContractProblem("count", entry.Count?.ToString(CultureInfo.InvariantCulture),
                new("Hoe vaak de activiteit is gehouden, is geen heel getal van hooguit 1 miljoen.",
                    "How often the activity was held is not a whole number of at most 1 million."),
                new("Vul een aantal in; een negatief aantal verbetert een eerdere regel.", "Enter a count; a negative one corrects an earlier row."))
            : null;
    }

    private static ContractProblem? ValidateOperation(LedgerEntry entry) =>
        entry.Amount is null or 0 || decimal.Round(entry.Amount.Value, 2) != entry.Amount || Math.Abs(entry.Amount.Value) > LedgerLimits.MaxEuros
            ? new ContractProblem("amount", entry.Amount?.ToString(CultureInfo.InvariantCulture),
                new("Dit is geen opbrengst in hele centen van hooguit 1 miljard euro.", "These are not proceeds in whole cents of at most 1 billion euros."),
                new("Vul een bedrag met hooguit twee decimalen in; een negatief bedrag verbetert een eerdere regel.",
                    "Enter an amount with at most two decimals; a negative one corrects an earlier row."))
            : null;
}
