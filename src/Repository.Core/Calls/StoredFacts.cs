using System.Globalization;
using Repository.Core.Content;
using Repository.Core.Editors;
using Repository.Core.Editors.Dates;
using Repository.Core.Publishing;

namespace Repository.Core.Calls;

/// <summary>What a published item says that is the same in all languages, as rules read it. What is not there is null or empty.</summary>
internal sealed class StoredFacts(PublishedItem item, PublishedSnapshot snapshot)
{
    public Guid? Picked(string alias) => Read(alias).References.Select(reference => (Guid?)reference.Key).FirstOrDefault();

    public string? Text(string alias) => TextOf(Read(alias));

    public decimal? Number(string alias) => NumberOf(Read(alias));

    public bool Flag(string alias) => Read(alias) is BooleanValue { Value: true };

    public Guid? Form(string alias) => Read(alias) is FormValue form ? form.FormKey : null;

    public DateOnly? Day(string alias) => Text(alias) is { Length: >= 10 } text && DateOnly.TryParseExact(text[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && IsOfOurTimes(day.Year) ? day : null;

    /// <summary>A moment with the zone it was chosen in.</summary>
    public (DateTimeOffset At, string? Zone)? Moment(string alias)
    {
        if (item.Type.Property(alias) is not { } property || item.Value(property, ItemContent.Invariant) is not { Length: > 0 } stored) return null;
        var moment = StoredMoment.Parse(stored) ?? (IsoText.Moment(stored) is { } typed ? new StoredMoment(typed, null) : null);
        return moment is { } found && IsOfOurTimes(found.Date.Year) ? (found.Date, found.TimeZone) : null;
    }

    public IEnumerable<BlockFacts> Blocks(string alias) => Read(alias) is BlockListValue list ? list.Blocks.Select(block => new BlockFacts(block.Content)) : [];

    public static string? TextOf(DeliveryValue value) => value is TextValue { Text: var text } && !string.IsNullOrWhiteSpace(text) ? text.Trim() : null;

    public static decimal? NumberOf(DeliveryValue value) => value is NumberValue number ? decimal.Parse(number.Literal, NumberStyles.Float, CultureInfo.InvariantCulture) : null;

    /// <summary>Whoever mistyped a year is told by the form; nothing is reckoned from the ends of the calendar.</summary>
    private static bool IsOfOurTimes(int year) => year is >= 1900 and < 3000;

    private DeliveryValue Read(string alias)
    {
        if (item.Type.Property(alias) is not { VariesByCulture: false } property) return DeliveryValue.Null;
        return snapshot.Editors.Read(item.Value(property, ItemContent.Invariant), property.DataType, new EditorContext(snapshot.Schema, snapshot.Editors, ItemContent.Invariant)).Delivery;
    }
}

/// <summary>The same of a block.</summary>
internal readonly record struct BlockFacts(Element Element)
{
    public string Key => Element.Key.ToString("n");

    public string Text(string alias) => StoredFacts.TextOf(this[alias]) ?? "";

    public decimal? Number(string alias) => StoredFacts.NumberOf(this[alias]);

    private DeliveryValue this[string alias] => Element.Properties.FirstOrDefault(property => property.Alias == alias).Value ?? DeliveryValue.Null;
}
