using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Wijkmonitor.Functions.Http.Requests;
using Wijkmonitor.Functions.Http.Responses;
using Wijkmonitor.Functions.Scoring;
using Wijkmonitor.Functions.Security;
using Wijkmonitor.Functions.Storage.Deliveries;
using Wijkmonitor.Indicators.Catalogue;
using Wijkmonitor.Indicators.Localization;
using Wijkmonitor.Indicators.Observations.Periods;
using Wijkmonitor.Indicators.Scorecards.Model;
using Wijkmonitor.Indicators.Scorecards.Model.Calculations;

namespace Wijkmonitor.Functions.Api.SocialMortgages;

/// <summary>Explanation of the amounts of a statement.</summary>
/// <param name="Contract">The contract's id.</param>
/// <param name="Version">The version of the contract that the year was computed by.</param>
/// <param name="Year">The year.</param>
/// <param name="Amounts">Every amount: first the lines, then the totals.</param>
/// <param name="Files">The files that inputs came from, by delivery.</param>
public sealed record ExplanationResource(
    string Contract, string Version, string Year, IReadOnlyList<ExplainedAmount> Amounts, IReadOnlyDictionary<string, ExplainedFile> Files);

/// <summary>Explanation of one amount.</summary>
/// <param name="Code">The line, or <c>total:</c> and the total.</param>
/// <param name="Label">Its name.</param>
/// <param name="State">Reason why there is no amount; absent where there is one.</param>
/// <param name="Amount">The amount.</param>
/// <param name="Unit">EUR, or % for a ratio.</param>
/// <param name="Sentence">In words; null for totals.</param>
/// <param name="Inputs">Inputs, each with delivery and line where it was delivered.</param>
/// <param name="Steps">Steps of the calculation; the last one gives the amount.</param>
public sealed record ExplainedAmount(
    string Code,
    BilingualText Label,
    LineState State,
    decimal? Amount,
    string Unit,
    BilingualText? Sentence,
    IReadOnlyList<ScorecardInput> Inputs,
    IReadOnlyList<CalculationStep> Steps);

/// <summary>A delivered file.</summary>
/// <param name="Dataset">The dataset.</param>
/// <param name="File">Its name.</param>
/// <param name="Path">Path in the archive.</param>
public sealed record ExplainedFile(string Dataset, string File, string Path);

/// <summary>Explanations of statements.</summary>
public sealed class ExplanationFunctions(MortgageStatements mortgages, DeliveryStore deliveries, InputVisibility inputs)
{
    /// <summary>Gets every amount of a statement with its inputs and calculation steps. Each input names its file and line.</summary>
    [Function("GetExplanation")]
    public Task<IResult> GetAsync(
        [HttpTrigger(HttpAccess.Level, "get", "head", Route = "api/v1/social-mortgages/{id}/statements/{year}/explanation")] HttpRequest request,
        string id,
        string year,
        CancellationToken cancellationToken) => ApiOperation.RunAsync(
        request, query => query.ReadYear("year", year), period => ExplainAsync(Caller.From(request.HttpContext), id, period, cancellationToken));

    private async Task<IResult> ExplainAsync(Caller caller, string id, Period period, CancellationToken cancellationToken)
    {
        if ((await mortgages.FindAsync(id, cancellationToken))?.FindStatement(period) is not { } computed)
        {
            return SocialMortgageResults.StatementNotFound(id, period);
        }

        var statement = inputs.Limit(caller, computed);
        var files = new SortedDictionary<string, ExplainedFile>(StringComparer.Ordinal);
        foreach (var delivery in statement.Lines.SelectMany(l => l.Inputs)
            .SelectMany(Flatten)
            .Select(i => i.Delivery)
            .OfType<string>()
            .Distinct(StringComparer.Ordinal))
        {
            if (await deliveries.FindAsync(delivery, cancellationToken) is { } found)
            {
                files[delivery] = new ExplainedFile(found.Dataset, found.File, found.Path);
            }
        }

        return ApiResults.Json(
            new ExplanationResource(id, statement.RuleVersion, period.ToString(),
                [.. statement.Lines.Select(Explain), .. statement.Totals.Select(Explain)], files),
            SocialMortgagesJson.Default.ExplanationResource);
    }

    private static IEnumerable<ScorecardInput> Flatten(ScorecardInput input) => (input.From ?? []).SelectMany(Flatten).Prepend(input);

    private static ExplainedAmount Explain(ScorecardLine line) =>
        new(line.Code, line.Label, line.State, line.Amount, Indicator.Euro, line.Explanation, line.Inputs, line.Steps ?? []);

    private static ExplainedAmount Explain(ScorecardTotal total) =>
        new($"total:{total.Code}", total.Label, LineState.Valued, total.Value, total.Unit, Sentence: null, [], total.Steps ?? []);
}
