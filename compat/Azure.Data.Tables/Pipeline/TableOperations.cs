using System.Text.Json;
using Azure.Core;
using Azure.Data.Tables.Models;
using Azure.Data.Tables.Querying;

namespace Azure.Data.Tables.Pipeline;

/// <summary>What is done with tables as a whole.</summary>
internal static class TableOperations
{
    public static async Task<Response<TableItem>> CreateAsync(TablePipeline pipeline, string table, CancellationToken cancellationToken)
    {
        using var message = CreationOf(pipeline, table, Successes.Created);
        var response = await pipeline.SendAsync(message, cancellationToken);
        return Response.FromValue(new TableItem(table), response);
    }

    public static async Task<Response<TableItem>> CreateIfNotExistsAsync(
        TablePipeline pipeline, string table, CancellationToken cancellationToken)
    {
        using var message = CreationOf(pipeline, table, Successes.CreatedOrExisting);
        message.Request.Headers.Add("Prefer", "return-no-content");
        var response = await pipeline.SendAsync(message, cancellationToken);
        if (response.Status == 409 && new RequestFailedException(response) is { ErrorCode: "TableBeingDeleted" } failure)
        {
            throw failure;
        }

        return Response.FromValue(new TableItem(table), response);
    }

    public static async Task<Response> DeleteAsync(TablePipeline pipeline, string table, CancellationToken cancellationToken)
    {
        var address = $"Tables('{Uri.EscapeDataString(table)}')";
        using var message = pipeline.CreateMessage(RequestMethod.Delete, address, Successes.GoneOrAbsent);
        return await pipeline.SendAsync(message, cancellationToken);
    }

    /// <summary>A page of the tables of the account.</summary>
    public static async Task<Page<TableItem>> QueryAsync(
        TablePipeline pipeline, string? filter, string? continuationToken, int? pageSize, CancellationToken cancellationToken)
    {
        var query = QueryString.Of(("$top", QueryString.Top(pageSize)), ("$filter", filter), ("NextTableName", continuationToken));
        using var message = pipeline.CreateMessage(RequestMethod.Get, "Tables" + query, Successes.Found);
        var response = await pipeline.SendAsync(message, cancellationToken);
        using var document = JsonDocument.Parse(response.Content);
        var tables = document.RootElement.GetProperty("value").EnumerateArray()
            .Select(table => new TableItem(table.GetProperty("TableName").GetString()!));
        response.Headers.TryGetValue("x-ms-continuation-NextTableName", out var next);
        return Page<TableItem>.FromValues([.. tables], next, response);
    }

    private static HttpMessage CreationOf(TablePipeline pipeline, string table, ResponseClassifier successes)
    {
        var message = pipeline.CreateMessage(RequestMethod.Post, "Tables", successes);
        message.Request.Headers.Add("Content-Type", "application/json");
        message.Request.Content = RequestContent.Create(BinaryData.FromObjectAsJson(new { TableName = table }));
        return message;
    }
}
