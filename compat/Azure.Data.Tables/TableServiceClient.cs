#nullable disable annotations // The official package is not annotated for nullable references.

using Azure.Core;
using Azure.Data.Tables.Connection;
using Azure.Data.Tables.Models;
using Azure.Data.Tables.Pipeline;
using Azure.Data.Tables.Querying;

namespace Azure.Data.Tables;

/// <summary>The table service of an account: its tables.</summary>
public class TableServiceClient
{
    private readonly TablePipeline pipeline;

    /// <summary>A client of the account that a connection string names.</summary>
    /// <param name="connectionString">The connection string.</param>
    /// <exception cref="ArgumentException">The connection string lacks a setting.</exception>
    /// <exception cref="InvalidOperationException">The connection string is not a list of settings.</exception>
    public TableServiceClient(string connectionString)
        : this(connectionString, null)
    {
    }

    /// <summary>A client of the account that a connection string names.</summary>
    /// <param name="connectionString">The connection string.</param>
    /// <param name="options">How to speak to the service.</param>
    /// <exception cref="ArgumentException">The connection string lacks a setting.</exception>
    /// <exception cref="InvalidOperationException">The connection string is not a list of settings.</exception>
    public TableServiceClient(string connectionString, TableClientOptions options = null)
        : this(TableConnectionString.Parse(connectionString), options)
    {
    }

    /// <summary>A client of an account, with one of its keys.</summary>
    /// <param name="endpoint">The address of the table service.</param>
    /// <param name="credential">The account and its key.</param>
    public TableServiceClient(Uri endpoint, TableSharedKeyCredential credential)
        : this(endpoint, credential, null)
    {
    }

    /// <summary>A client of an account, with one of its keys.</summary>
    /// <param name="endpoint">The address of the table service.</param>
    /// <param name="credential">The account and its key.</param>
    /// <param name="options">How to speak to the service.</param>
    public TableServiceClient(Uri endpoint, TableSharedKeyCredential credential, TableClientOptions options)
        : this(TablePipeline.With(endpoint, credential, options))
    {
    }

    /// <summary>A client of an account, with tokens.</summary>
    /// <param name="endpoint">The address of the table service; its scheme is https.</param>
    /// <param name="tokenCredential">What gives the tokens.</param>
    /// <param name="options">How to speak to the service.</param>
    public TableServiceClient(Uri endpoint, TokenCredential tokenCredential, TableClientOptions options = null)
        : this(TablePipeline.With(endpoint, tokenCredential, options))
    {
    }

    /// <summary>A client that does nothing, for tests that replace its methods.</summary>
    protected TableServiceClient()
    {
    }

    private TableServiceClient(TableConnectionString connection, TableClientOptions options)
        : this(connection.Endpoint, connection.Credential, options) => AccountName = connection.Credential.AccountName;

    private TableServiceClient(TablePipeline pipeline)
    {
        this.pipeline = pipeline;
        AccountName = TableEndpoint.AccountOf(pipeline.Endpoint);
        Uri = pipeline.Endpoint;
    }

    /// <summary>The name of the account.</summary>
    public virtual string AccountName { get; }

    /// <summary>The address of the table service.</summary>
    public virtual Uri Uri { get; }

    /// <summary>A filter from an interpolated string, its values quoted and escaped.</summary>
    /// <param name="filter">Such as <c>$"TableName eq {name}"</c>.</param>
    /// <returns>The filter, or null if none is given.</returns>
    /// <exception cref="ArgumentException">A value is of a type that a filter cannot hold.</exception>
    public static string CreateQueryFilter(FormattableString filter) => TableClient.CreateQueryFilter(filter);

    /// <summary>A client of one table, which shares this client's connections. Does not speak to the service.</summary>
    /// <param name="tableName">The name of the table.</param>
    public virtual TableClient GetTableClient(string tableName)
    {
        ArgumentNullException.ThrowIfNull(tableName);
        return new TableClient(pipeline, tableName, AccountName);
    }

    /// <summary>Creates a table.</summary>
    /// <param name="tableName">Its name: 3 to 63 letters and digits, of which the first is a letter.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <returns>The table.</returns>
    /// <exception cref="RequestFailedException">The table exists (TableAlreadyExists), or the service failed.</exception>
    public virtual Task<Response<TableItem>> CreateTableAsync(string tableName, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(tableName);
        return TableOperations.CreateAsync(pipeline, tableName, cancellationToken);
    }

    /// <summary>Creates a table unless it exists.</summary>
    /// <param name="tableName">Its name: 3 to 63 letters and digits, of which the first is a letter.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <returns>The table; the status of the raw response is 409 if it existed.</returns>
    /// <exception cref="RequestFailedException">The table is being deleted (TableBeingDeleted), or the service failed.</exception>
    public virtual Task<Response<TableItem>> CreateTableIfNotExistsAsync(string tableName, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(tableName);
        return TableOperations.CreateIfNotExistsAsync(pipeline, tableName, cancellationToken);
    }

    /// <summary>Deletes a table with all its entities.</summary>
    /// <param name="tableName">Its name.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <returns>The answer; its status is 404 if there was no such table.</returns>
    /// <exception cref="RequestFailedException">The service failed.</exception>
    public virtual Task<Response> DeleteTableAsync(string tableName, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(tableName);
        return TableOperations.DeleteAsync(pipeline, tableName, cancellationToken);
    }

    /// <summary>Lists the tables of the account that satisfy a filter.</summary>
    /// <param name="filter">The filter, such as <c>TableName eq 'scores'</c>; not given: all.</param>
    /// <param name="maxPerPage">How many tables one request gives at most; the service gives up to 1,000.</param>
    /// <param name="cancellationToken">Ends the requests.</param>
    /// <returns>The tables, fetched page by page while they are read.</returns>
    public virtual AsyncPageable<TableItem> QueryAsync(
        string filter = null, int? maxPerPage = null, CancellationToken cancellationToken = default) =>
        new TablePageable<TableItem>(
            (token, pageSize, cancellation) => TableOperations.QueryAsync(pipeline, filter, token, pageSize, cancellation),
            maxPerPage,
            cancellationToken);

    /// <summary>Lists the tables of the account that satisfy a filter.</summary>
    /// <param name="filter">The filter, its values quoted and escaped.</param>
    /// <param name="maxPerPage">How many tables one request gives at most; the service gives up to 1,000.</param>
    /// <param name="cancellationToken">Ends the requests.</param>
    /// <returns>The tables, fetched page by page while they are read.</returns>
    public virtual AsyncPageable<TableItem> QueryAsync(
        FormattableString filter, int? maxPerPage = null, CancellationToken cancellationToken = default) =>
        QueryAsync(CreateQueryFilter(filter), maxPerPage, cancellationToken);
}
