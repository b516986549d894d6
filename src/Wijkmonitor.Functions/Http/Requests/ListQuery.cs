using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using Microsoft.AspNetCore.Http.Extensions;
using Wijkmonitor.Functions.Http.Formats;
using Wijkmonitor.Functions.Http.Responses;

namespace Wijkmonitor.Functions.Http.Requests;

/// <summary>
/// Sorting and paging of a list, by the query keys <c>sort</c>, <c>limit</c> and <c>cursor</c>. A page ends with a link to the next one that names
/// the last item, so that what is added or removed meanwhile neither repeats nor hides others.
/// </summary>
/// <typeparam name="T">What is listed.</typeparam>
public sealed class ListQuery<T>
{
    private const string SortKey = "sort";
    private const string LimitKey = "limit";
    private const string CursorKey = "cursor";
    private readonly Func<T, string> identity;
    private readonly int limit;
    private readonly string? after;
    private readonly List<(Func<T, IComparable?> Key, bool Descending)> order = [];

    /// <summary>Reads how a list is to be sorted and paged.</summary>
    /// <param name="query">Query of the request.</param>
    /// <param name="identity">Identifies an item among all others in the list.</param>
    /// <param name="sorts">Orders in which the list can be sorted.</param>
    /// <param name="usual">Number of items on a page where <c>limit</c> is absent.</param>
    /// <param name="max">Highest number of items that a page can have.</param>
    /// <param name="more">The forms that the list has next to JSON and CSV.</param>
    public ListQuery(RequestQuery query, Func<T, string> identity, IReadOnlyDictionary<string, Func<T, IComparable?>> sorts,
        int usual = 1000, int max = 10_000, ResponseFormat? more = null)
    {
        Query = query;
        this.identity = identity;
        Format = more is { } other
            ? ContentNegotiation.Read(query, ResponseFormat.Json, ResponseFormat.Csv, other)
            : ContentNegotiation.Read(query, ResponseFormat.Json, ResponseFormat.Csv);
        limit = query.ReadNumber(LimitKey, usual, 1, max);
        after = ReadCursor(query);
        foreach (var word in query.ReadText(SortKey)?.Split(',', StringSplitOptions.TrimEntries) ?? [])
        {
            var descending = word.StartsWith('-');
            if (sorts.TryGetValue(descending ? word[1..] : word, out var key))
            {
                order.Add((key, descending));
            }
            else
            {
                var words = string.Join(", ", sorts.Keys.Order(StringComparer.Ordinal));
                query.AddError(
                    SortKey, word, $"Sorteer op: {words}; met een '-' ervoor aflopend.", $"Sort by: {words}; put a '-' before it for descending order.");
            }
        }
    }

    /// <summary>The parameters of the request.</summary>
    public RequestQuery Query { get; }

    /// <summary>The form in which the page is to be given.</summary>
    public ResponseFormat Format { get; }

    /// <summary>Tries to read the requested page.</summary>
    /// <param name="items">All items, in the order that they have when nothing else is asked.</param>
    /// <param name="page">The page, where the cursor is of this list.</param>
    public bool TryPage(IEnumerable<T> items, [NotNullWhen(true)] out ItemList<T>? page)
    {
        var sorted = Sort(items);
        var start = after is null ? 0 : sorted.FindIndex(item => identity(item) == after) + 1;
        if (after is not null && start == 0)
        {
            Query.AddError(CursorKey, "", "Deze plaats in de lijst is er niet meer; begin weer bij de eerste bladzijde.",
                "This place in the list no longer exists; start again at the first page.");
            page = null;
            return false;
        }

        var shown = sorted.GetRange(start, Math.Min(limit, sorted.Count - start));
        page = new ItemList<T>(shown)
        {
            Total = sorted.Count,
            Next = start + shown.Count < sorted.Count ? CreateCursor(identity(shown[^1])) : null,
            Warnings = Query.Warnings is { Count: > 0 } warnings ? warnings : null,
        };
        return true;
    }

    private static string? ReadCursor(RequestQuery query)
    {
        query.MarkAsKnown(CursorKey);
        if (query.Request.Query[CursorKey].ToString() is not { Length: > 0 } text)
        {
            return null;
        }

        if (Base64Url.IsValid(text))
        {
            return Encoding.UTF8.GetString(Base64Url.DecodeFromChars(text));
        }

        query.AddError(CursorKey, "", "Neem de cursor over uit 'next' van de vorige bladzijde.", "Take the cursor from 'next' of the previous page.");
        return null;
    }

    // Unknown values come last, whichever way the others go.
    private List<T> Sort(IEnumerable<T> items)
    {
        if (order.Count == 0)
        {
            return [.. items];
        }

        IOrderedEnumerable<T>? sorted = null;
        foreach (var (key, descending) in order)
        {
            sorted = sorted is null ? items.OrderBy(IsAbsent) : sorted.ThenBy(IsAbsent);
            sorted = descending ? sorted.ThenByDescending(key) : sorted.ThenBy(key);

            bool IsAbsent(T item) => key(item) is null;
        }

        return [.. sorted!.ThenBy(identity, StringComparer.Ordinal)];
    }

    // Without the function key: links are shown, logged and kept.
    private string CreateCursor(string last)
    {
        var kept = Query.Request.Query.Where(pair => pair.Key is not (CursorKey or "code"));
        var builder = new QueryBuilder(kept.SelectMany(pair => pair.Value.OfType<string>().Select(value => KeyValuePair.Create(pair.Key, value))))
        {
            { CursorKey, Base64Url.EncodeToString(Encoding.UTF8.GetBytes(last)) },
        };
        return $"{Query.Request.Path}{builder}";
    }
}
