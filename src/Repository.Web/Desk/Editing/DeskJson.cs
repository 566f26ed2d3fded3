using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Repository.Web.Desk.Editing;

/// <summary>What the islands are answered.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(IReadOnlyList<Offered>))]
[JsonSerializable(typeof(Kept))]
[JsonSerializable(typeof(Compared))]
[JsonSerializable(typeof(Checked))]
[JsonSerializable(typeof(Company))]
internal sealed partial class DeskJson : JsonSerializerContext
{
    public static async Task SendAsync<T>(HttpContext http, T answer, JsonTypeInfo<T> type)
    {
        http.Response.ContentType = "application/json; charset=utf-8";
        await JsonSerializer.SerializeAsync(http.Response.Body, answer, type, http.RequestAborted);
    }
}

/// <summary>Something that can be picked.</summary>
/// <param name="Value">What the form sends for it.</param>
/// <param name="Note">What tells it from another of the same name.</param>
internal sealed record Offered(string Value, string Label, string Note, Guid Key, string Address)
{
    /// <summary>The address of a picture of it.</summary>
    public string? Image { get; init; }

    public string? Alt { get; init; }
}

/// <summary>A working copy is kept.</summary>
/// <param name="IsBehind">Somebody has saved the item since it was opened.</param>
internal sealed record Kept(DateTimeOffset At, bool IsBehind);

/// <summary>What a browser kept is the saved state, or the person's own.</summary>
internal sealed record Compared(bool IsKnown);

/// <summary>What is wrong and what is lacking, by field.</summary>
internal sealed record Checked(IReadOnlyList<CheckedField> Wrong, IReadOnlyList<CheckedField> Lacking);

/// <param name="Field">The field's name in the form; empty for what concerns the whole.</param>
internal sealed record CheckedField(string Field, string Label, string Text);

/// <summary>Who else has the item open, and its version.</summary>
internal sealed record Company(IReadOnlyList<string> Others, long Version);
