#nullable disable annotations // The official package is not annotated for nullable references.

using Azure.Core;
using Azure.Data.Tables.Pipeline;
using Azure.Data.Tables.Querying;
using Azure.Data.Tables.Serialization;

namespace Azure.Data.Tables;

/// <content>Single entities.</content>
public partial class TableClient
{
    /// <summary>Inserts an entity.</summary>
    /// <typeparam name="T">The type of the entity.</typeparam>
    /// <param name="entity">The entity, with its keys.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <returns>The answer, with the entity's version in its headers.</returns>
    /// <exception cref="RequestFailedException">The entity exists (EntityAlreadyExists), or the service failed.</exception>
    public virtual async Task<Response> AddEntityAsync<T>(T entity, CancellationToken cancellationToken = default)
        where T : ITableEntity
    {
        ThrowUnlessKeyed(entity);
        using var message = pipeline.CreateMessage(RequestMethod.Post, Name, Successes.Created);
        message.Request.Headers.Add("Prefer", "return-no-content");
        WriteEntity(message.Request, entity);
        return await pipeline.SendAsync(message, cancellationToken);
    }

    /// <summary>Reads an entity.</summary>
    /// <typeparam name="T">The type of the entity.</typeparam>
    /// <param name="partitionKey">Its partition.</param>
    /// <param name="rowKey">Its key within the partition.</param>
    /// <param name="select">The properties to read; not given: all.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <returns>The entity.</returns>
    /// <exception cref="RequestFailedException">There is no such entity (ResourceNotFound), or the service failed.</exception>
    public virtual async Task<Response<T>> GetEntityAsync<T>(
        string partitionKey, string rowKey, IEnumerable<string> select = null, CancellationToken cancellationToken = default)
        where T : class, ITableEntity
    {
        using var message = CreateRead(partitionKey, rowKey, select, Successes.Found);
        var response = await pipeline.SendAsync(message, cancellationToken);
        return Response.FromValue(ReadEntity<T>(response), response);
    }

    /// <summary>Reads an entity if there is one.</summary>
    /// <typeparam name="T">The type of the entity.</typeparam>
    /// <param name="partitionKey">Its partition.</param>
    /// <param name="rowKey">Its key within the partition.</param>
    /// <param name="select">The properties to read; not given: all.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <returns>The entity, or an answer without a value if there is none.</returns>
    /// <exception cref="RequestFailedException">The service failed.</exception>
    public virtual async Task<NullableResponse<T>> GetEntityIfExistsAsync<T>(
        string partitionKey, string rowKey, IEnumerable<string> select = null, CancellationToken cancellationToken = default)
        where T : class, ITableEntity
    {
        using var message = CreateRead(partitionKey, rowKey, select, Successes.FoundOrAbsent);
        var response = await pipeline.SendAsync(message, cancellationToken);
        return response.Status == 404 ? new AbsentResponse<T>(response) : Response.FromValue(ReadEntity<T>(response), response);
    }

    /// <summary>Inserts an entity, or changes it if it exists.</summary>
    /// <typeparam name="T">The type of the entity.</typeparam>
    /// <param name="entity">The entity, with its keys.</param>
    /// <param name="mode">What happens with properties that only the stored entity has.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <returns>The answer, with the entity's version in its headers.</returns>
    /// <exception cref="RequestFailedException">The service failed.</exception>
    public virtual Task<Response> UpsertEntityAsync<T>(
        T entity, TableUpdateMode mode = TableUpdateMode.Merge, CancellationToken cancellationToken = default)
        where T : ITableEntity => ChangeAsync(entity, mode, null, cancellationToken);

    /// <summary>Changes an entity that exists.</summary>
    /// <typeparam name="T">The type of the entity.</typeparam>
    /// <param name="entity">The entity, with its keys.</param>
    /// <param name="ifMatch">The version that it must have; <see cref="ETag.All"/>: any.</param>
    /// <param name="mode">What happens with properties that only the stored entity has.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <returns>The answer, with the entity's version in its headers.</returns>
    /// <exception cref="RequestFailedException">
    /// It has another version (UpdateConditionNotSatisfied), there is no such entity (ResourceNotFound), or the service failed.
    /// </exception>
    public virtual Task<Response> UpdateEntityAsync<T>(
        T entity, ETag ifMatch, TableUpdateMode mode = TableUpdateMode.Merge, CancellationToken cancellationToken = default)
        where T : ITableEntity
    {
        if (ifMatch == default)
        {
            throw new ArgumentException("Value cannot be empty.", nameof(ifMatch));
        }

        return ChangeAsync(entity, mode, ifMatch.ToString(), cancellationToken);
    }

    /// <summary>Deletes an entity.</summary>
    /// <param name="partitionKey">Its partition.</param>
    /// <param name="rowKey">Its key within the partition.</param>
    /// <param name="ifMatch">The version that it must have; not given: any.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <returns>The answer; its status is 404 if there was no such entity.</returns>
    /// <exception cref="RequestFailedException">It has another version (UpdateConditionNotSatisfied), or the service failed.</exception>
    public virtual async Task<Response> DeleteEntityAsync(
        string partitionKey, string rowKey, ETag ifMatch = default, CancellationToken cancellationToken = default)
    {
        using var message = pipeline.CreateMessage(RequestMethod.Delete, AddressOf(partitionKey, rowKey), Successes.GoneOrAbsent);
        message.Request.Headers.Add("If-Match", ifMatch == default ? "*" : ifMatch.ToString());
        return await pipeline.SendAsync(message, cancellationToken);
    }

    /// <summary>Deletes an entity.</summary>
    /// <param name="entity">The entity; only its keys matter.</param>
    /// <param name="ifMatch">The version that it must have; not given: any, whatever the version of the given entity.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <returns>The answer; its status is 404 if there was no such entity.</returns>
    /// <exception cref="RequestFailedException">It has another version (UpdateConditionNotSatisfied), or the service failed.</exception>
    public virtual Task<Response> DeleteEntityAsync(
        ITableEntity entity, ETag ifMatch = default, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(entity);
        return DeleteEntityAsync(entity.PartitionKey, entity.RowKey, ifMatch, cancellationToken);
    }

    private async Task<Response> ChangeAsync(ITableEntity entity, TableUpdateMode mode, string ifMatch, CancellationToken cancellationToken)
    {
        ThrowUnlessKeyed(entity);
        var method = mode switch
        {
            TableUpdateMode.Merge => RequestMethod.Patch,
            TableUpdateMode.Replace => RequestMethod.Put,
            _ => throw new ArgumentException($"Unexpected value for {nameof(mode)}: {mode}", nameof(mode)),
        };
        using var message = pipeline.CreateMessage(method, AddressOf(entity.PartitionKey, entity.RowKey), Successes.Changed);
        if (ifMatch is not null)
        {
            message.Request.Headers.Add("If-Match", ifMatch);
        }

        WriteEntity(message.Request, entity);
        return await pipeline.SendAsync(message, cancellationToken);
    }

    private HttpMessage CreateRead(string partitionKey, string rowKey, IEnumerable<string> select, ResponseClassifier successes) =>
        pipeline.CreateMessage(
            RequestMethod.Get,
            AddressOf(partitionKey, rowKey) + QueryString.Of(("$select", QueryString.Select(select))),
            successes);

    private string AddressOf(string partitionKey, string rowKey)
    {
        ArgumentNullException.ThrowIfNull(partitionKey);
        ArgumentNullException.ThrowIfNull(rowKey);
        return EntityAddress.Of(Name, partitionKey, rowKey);
    }

    private static T ReadEntity<T>(Response response)
        where T : class, ITableEntity => new EntityReader<T>().ReadOne(response.Content.ToMemory());

    private static void WriteEntity(Request request, ITableEntity entity)
    {
        var content = new BufferContent();
        using var writer = new EntityWriter(content);
        writer.Write(entity);
        request.Content = content;
        request.Headers.Add("Content-Type", "application/json");
    }

    private static void ThrowUnlessKeyed(ITableEntity entity)
    {
        ArgumentNullException.ThrowIfNull(entity);
        if (entity.PartitionKey is null || entity.RowKey is null)
        {
            throw new ArgumentNullException(nameof(entity), "An entity needs a PartitionKey and a RowKey.");
        }
    }
}
