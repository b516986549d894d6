using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Wijkmonitor.Functions.Configuration;
using Wijkmonitor.Functions.Http.Formats;
using Wijkmonitor.Functions.Http.Requests;
using Wijkmonitor.Functions.Http.Responses;
using Wijkmonitor.Functions.Ingest;
using Wijkmonitor.Functions.Security;
using Wijkmonitor.Functions.Storage.Connections;
using Wijkmonitor.Functions.Storage.Core;
using Wijkmonitor.Functions.Storage.Deliveries;
using Wijkmonitor.Functions.Storage.Operations;
using Wijkmonitor.Indicators.Datasets.Messages;
using Wijkmonitor.Indicators.Datasets.Problems;
using Wijkmonitor.Indicators.Localization;

namespace Wijkmonitor.Functions.Api.Deliveries;

/// <summary>A file that waits in the inbox.</summary>
/// <param name="Dataset">The dataset, by the folder that it is in.</param>
/// <param name="File">Its name below that folder.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="ReceivedAt">Time at which it was dropped.</param>
public sealed record InboxFileResource(string Dataset, string File, long Bytes, DateTimeOffset ReceivedAt)
{
    private static readonly BilingualText Unaddressable = new(
        "Een bestand met deze naam kan niet worden verwerkt. Verwijder het uit de opslag en lever het onder een andere naam.",
        "A file with this name cannot be processed. Remove it from the storage, and deliver it under another name.");

    /// <summary>Reason why it is never processed, and what to do; absent for a file that will be.</summary>
    public BilingualText? Problem { get; init; }

    /// <summary>Creates a waiting file as it is served.</summary>
    public static InboxFileResource From(InboxFile file) =>
        new(file.Folder, file.Name, file.Bytes, file.ReceivedAt) { Problem = file.IsAddressable ? null : Unaddressable };
}

/// <summary>Files into the inbox by HTTP, for who has no access to the storage. They are checked as every file of the inbox is: later, by the timer.</summary>
public sealed class InboxFunctions(Inbox inbox, StorageSetup setup, CurrentDatasets definitions, IngestOptions options)
{
    /// <summary>The largest file in bytes that is taken this way; a larger one is dropped in the container itself.</summary>
    private const long MaxFileBytes = 100_000_000;

    private static readonly BilingualText NameRule = new(
        "Geef het bestand een naam van hooguit 200 tekens, zonder /, \\ of besturingstekens, die niet met een punt begint of eindigt.",
        "Name the file with 200 characters at most, without /, \\ or control characters, not starting or ending with a dot.");

    /// <summary>Lists the files that wait in the inbox.</summary>
    [Function("ListInboxFiles")]
    public Task<IResult> ListAsync(
        [HttpTrigger(HttpAccess.Level, "get", "head", Route = "api/v1/inbox/files")] HttpRequest request,
        CancellationToken cancellationToken) => ApiOperation.RunWithFormatAsync(request, async format =>
        {
            await setup.EnsureAsync(cancellationToken);
            var caller = Caller.From(request.HttpContext);
            List<InboxFileResource> waiting =
                [.. (await inbox.ListFilesAsync(cancellationToken)).Where(file => caller.CanDeliver(file.Folder)).Select(InboxFileResource.From)];
            return ListResults.CreateUnpaged(format, waiting, DeliveriesJson.Default.ItemListInboxFileResource);
        });

    /// <summary>Drops a file in the inbox of a dataset. 202 when it is there, 409 where one of that name still waits.</summary>
    [Function("PutInboxFile")]
    public Task<IResult> PutAsync(
        [HttpTrigger(HttpAccess.Level, "put", Route = "api/v1/inbox/{dataset}/files/{name}")] HttpRequest request,
        string dataset,
        string name,
        CancellationToken cancellationToken) => ApiOperation.RunAsync(request, ResponseFormat.Json, () => DropAsync(request, dataset, name, cancellationToken));

    private async Task<IResult> DropAsync(HttpRequest request, string dataset, string name, CancellationToken cancellationToken)
    {
        // A dataset of another team is as one that is not there.
        var caller = Caller.From(request.HttpContext);
        if (definitions.FindFaulty(dataset) is { } faulty && caller.CanDeliver(dataset))
        {
            var problem = DatasetProblems.DatasetFaulty(faulty);
            return ApiResults.InvalidRequest(StatusCodes.Status409Conflict, new FieldError("dataset", dataset), new BilingualText(
                $"{problem.Message.Nl} {problem.Remedy.Nl}", $"{problem.Message.En} {problem.Remedy.En}"));
        }

        var ownDatasets = definitions.All.Select(definition => definition.Id).Where(caller.CanDeliver).ToList();
        if (!ownDatasets.Contains(dataset, StringComparer.Ordinal))
        {
            return ApiResults.NotFound(
                $"Er is geen dataset '{dataset}'. Kies uit: {string.Join(", ", ownDatasets)}.",
                $"There is no dataset '{dataset}'. Choose from: {string.Join(", ", ownDatasets)}.");
        }

        if (!IsValidName(name))
        {
            return ApiResults.BadRequest("name", name, NameRule.Nl, NameRule.En);
        }

        if (request.ContentLength is not { } length)
        {
            return ApiResults.InvalidRequest(StatusCodes.Status411LengthRequired, new FieldError("Content-Length", ""),
                new BilingualText("Geef op hoe groot het bestand is.", "Give the size of the file."));
        }

        var maxBytes = Math.Min(MaxFileBytes, options.MaxFileBytes);
        if (length > maxBytes)
        {
            return ApiResults.InvalidRequest(StatusCodes.Status413PayloadTooLarge, new FieldError("Content-Length", $"{length}"), new BilingualText(
                $"Op deze manier mag een bestand hooguit {maxBytes} bytes zijn. Zet een groter bestand in de opslag, onder inbox/{dataset}.",
                $"A file sent in this way can be {maxBytes} bytes at most. Put a larger one in the storage, under inbox/{dataset}."));
        }

        await setup.EnsureAsync(cancellationToken);
        try
        {
            var file = await inbox.DropAsync(dataset, name, request.Body, cancellationToken);
            return TypedResults.Json(new InboxFileResource(dataset, name, length, file), DeliveriesJson.Default.InboxFileResource,
                statusCode: StatusCodes.Status202Accepted);
        }
        catch (Exception e) when (StorageFailure.IsConflict(e))
        {
            return ApiResults.InvalidRequest(StatusCodes.Status409Conflict, new FieldError("name", name), new BilingualText(
                "Een bestand met deze naam wacht nog in de inbox. Wacht tot het is verwerkt, of geef dit een andere naam.",
                "A file with this name is still waiting in the inbox. Wait until it is processed, or give this one another name."));
        }
    }

    private static bool IsValidName(string name) =>
        name.Length is > 0 and <= 200
            && !Printable.HasControls(name)
            && !name.Any(c => c is '/' or '\\')
            && BlobNames.IsAddressable(name)
            && !name.Contains("%2F", StringComparison.OrdinalIgnoreCase) && !name.StartsWith('.') && !name.EndsWith('.') && name.Trim().Length == name.Length;
}
