using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;
using Wijkmonitor.Functions.Http.Answers;
using Wijkmonitor.Functions.Http.Formats;

namespace Wijkmonitor.Functions.Http.Requests;

/// <summary>Answers that are a list.</summary>
public static class ListAnswer
{
    /// <summary>A page of a list, or what is wrong with the request for it.</summary>
    public static IResult Page<T>(ListQuery<T> list, IEnumerable<T> items, JsonTypeInfo<ItemList<T>> type) =>
        !list.TryPage(items, out var page) ? list.Query.Problem!
        : list.Format == AnswerFormat.Csv ? Answer.Form(ListCsv.Write(page.Items, TypeOfItem(type)), AnswerFormat.Csv, page.Next)
        : Answer.Json(page, type);

    /// <summary>A list that is never cut in pages.</summary>
    public static IResult Whole<T>(AnswerFormat format, IReadOnlyList<T> items, JsonTypeInfo<ItemList<T>> type) =>
        format == AnswerFormat.Csv ? Answer.Csv(items, TypeOfItem(type)) : Answer.Json(new ItemList<T>(items), type);

    private static JsonTypeInfo<T> TypeOfItem<T>(JsonTypeInfo<ItemList<T>> type) => (JsonTypeInfo<T>)type.Options.GetTypeInfo(typeof(T));
}
