#nullable disable annotations // The official package is not annotated for nullable references.

using Azure.Core;
using Azure.Data.Tables.Connection;
using Azure.Data.Tables.Models;
using Azure.Data.Tables.Pipeline;
using Azure.Data.Tables.Querying;

namespace Azure.Data.Tables;

/// <summary>One table: its entities, and the table itself.</summary>
public partial class TableClient
{
    private readonly TablePipeline pipeline;

    /// <summary>A client of a table in the account that a connection string names.</summary>
    /// <param name="connectionString">The connection string.</param>
    /// <param name="tableName">The name of the table.</param>
    /// <exception cref="ArgumentException">The connection string lacks a setting.</exception>
    /// <exception cref="InvalidOperationException">The connection string is not a list of settings.</exception>
    public TableClient(string connectionString, string tableName)
        : this(connectionString, tableName, null)
    {
    }

    /// <summary>A client of a table in the account that a connection string names.</summary>
    /// <param name="connectionString">The connection string.</param>
    /// <param name="tableName">The name of the table.</param>
    /// <param name="options">How to speak to the service.</param>
    /// <exception cref="ArgumentException">The connection string lacks a setting.</exception>
    /// <exception cref="InvalidOperationException">The connection string is not a list of settings.</exception>
    public TableClient(string connectionString, string tableName, TableClientOptions options = null)
        : this(TableConnectionString.Parse(connectionString), tableName, options)
    {
    }

    /// <summary>A client of a table, with a key of its account.</summary>
    /// <param name="endpoint">The address of the table service.</param>
    /// <param name="tableName">The name of the table.</param>
    /// <param name="credential">The account and its key.</param>
    public TableClient(Uri endpoint, string tableName, TableSharedKeyCredential credential)
        : this(endpoint, tableName, credential, null)
    {
    }

    /// <summary>A client of a table, with a key of its account.</summary>
    /// <param name="endpoint">The address of the table service.</param>
    /// <param name="tableName">The name of the table.</param>
    /// <param name="credential">The account and its key.</param>
    /// <param name="options">How to speak to the service.</param>
    public TableClient(Uri endpoint, string tableName, TableSharedKeyCredential credential, TableClientOptions options = null)
        : this(TablePipeline.With(EndpointIn(endpoint, tableName), credential, options), tableName, null)
    {
    }

    /// <summary>A client of a table, with tokens.</summary>
    /// <param name="endpoint">The address of the table service; its scheme is https.</param>
    /// <param name="tableName">The name of the table.</param>
    /// <param name="tokenCredential">What gives the tokens.</param>
    /// <param name="options">How to speak to the service.</param>
    public TableClient(Uri endpoint, string tableName, TokenCredential tokenCredential, TableClientOptions options = null)
        : this(TablePipeline.With(EndpointIn(endpoint, tableName), tokenCredential, options), tableName, null)
    {
    }

    /// <summary>A client that does nothing, for tests that replace its methods.</summary>
    protected TableClient()
    {
    }

    internal TableClient(TablePipeline pipeline, string tableName, string accountName)
    {
        this.pipeline = pipeline;
        Name = tableName;
        AccountName = accountName ?? TableEndpoint.AccountOf(pipeline.Endpoint);
        Uri = TableEndpoint.OfTable(pipeline.Endpoint, tableName);
    }

    private TableClient(TableConnectionString connection, string tableName, TableClientOptions options)
        : this(connection.Endpoint, tableName, connection.Credential, options)
    {
    }

    /// <summary>The name of the table.</summary>
    public virtual string Name { get; }

    /// <summary>The name of the account.</summary>
    public virtual string AccountName { get; }

    /// <summary>The address of the table.</summary>
    public virtual Uri Uri { get; }

    /// <summary>A filter from an interpolated string, its values quoted and escaped.</summary>
    /// <param name="filter">Such as <c>$"PartitionKey eq {municipality}"</c>.</param>
    /// <returns>The filter, or null if none is given.</returns>
    /// <exception cref="ArgumentException">A value is of a type that a filter cannot hold.</exception>
    public static string CreateQueryFilter(FormattableString filter) => filter is null ? null : ODataFilter.Create(filter);

    /// <summary>Creates the table.</summary>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <returns>The table.</returns>
    /// <exception cref="RequestFailedException">The table exists (TableAlreadyExists), or the service failed.</exception>
    public virtual Task<Response<TableItem>> CreateAsync(CancellationToken cancellationToken = default) =>
        TableOperations.CreateAsync(pipeline, Name, cancellationToken);

    /// <summary>Creates the table unless it exists.</summary>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <returns>The table; the status of the raw response is 409 if it existed.</returns>
    /// <exception cref="RequestFailedException">The table is being deleted (TableBeingDeleted), or the service failed.</exception>
    public virtual Task<Response<TableItem>> CreateIfNotExistsAsync(CancellationToken cancellationToken = default) =>
        TableOperations.CreateIfNotExistsAsync(pipeline, Name, cancellationToken);

    /// <summary>Deletes the table with all its entities.</summary>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <returns>The answer; its status is 404 if there was no such table.</returns>
    /// <exception cref="RequestFailedException">The service failed.</exception>
    public virtual Task<Response> DeleteAsync(CancellationToken cancellationToken = default) =>
        TableOperations.DeleteAsync(pipeline, Name, cancellationToken);

    private static Uri EndpointIn(Uri address, string tableName)
    {
        ArgumentNullException.ThrowIfNull(address);
        ArgumentException.ThrowIfNullOrEmpty(tableName);
        return TableEndpoint.WithoutTable(address, tableName);
    }
}
