using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Repository.Core.Editors;
using Repository.Web.Media;
using Repository.Web.Site.Pages;
using Repository.Web.Site.Reading;

namespace Repository.Web.Site.Machines.Describing;

/// <summary>The description of an item as it grows. Whatever the item does not say is left out.</summary>
internal sealed partial class ThingDraft(JsonObject thing, ItemRequest request)
{
    public SiteReader Reader => request.Reader;

    public SeenItem Subject => request.Item;

    public ItemValues Values => request.Values;

    public JsonNode this[string member]
    {
        set => thing[member] = value;
    }

    public void Say(string member, string? text)
    {
        if (!string.IsNullOrWhiteSpace(text)) thing[member] = text;
    }

    public void Say(string member, IEnumerable<string> texts)
    {
        string[] all = [.. texts.Where(text => !string.IsNullOrWhiteSpace(text)).Distinct()];
        if (all.Length > 0) thing[member] = all is [var only] ? only : new JsonArray([.. all.Select(text => (JsonNode)text)]);
    }

    public void Put(string member, IEnumerable<JsonObject> things)
    {
        JsonNode[] all = [.. things];
        if (all.Length > 0) thing[member] = all is [var only] ? only : new JsonArray(all);
    }

    public void Terms(string member, params IEnumerable<string> aliases) => Put(member, Picked(aliases).Select(word => Named("DefinedTerm", word)));

    public void Organisations(string member, params IEnumerable<string> aliases) => Put(member, Picked(aliases).Select(Organisation));

    public void Works(string member, IEnumerable<SeenItem> works, string type = "CreativeWork") => Put(member, works.Select(work => Named(type, work)));

    /// <summary>Where it is, as closely as it says: its municipalities, or its region, or its states.</summary>
    public void Places(string member) => Put(member, ((string[])["municipalities", "region", "states"]).Select(Values.Picks).FirstOrDefault(places => places.Count > 0, []).Select(place => Named("AdministrativeArea", place)));

    /// <summary>A day, a month or a year; nothing for what is uncertain.</summary>
    public void Day(string member, string alias)
    {
        if (Values.Text(alias) is { } text && DayPattern().IsMatch(text)) thing[member] = text;
    }

    /// <summary>From when to when, as ISO 8601 writes it.</summary>
    public void Span(string member, string from, string to)
    {
        var (start, end) = (Values.Text(from), Values.Text(to));
        if (start is not null && DayPattern().IsMatch(start)) thing[member] = end is not null && DayPattern().IsMatch(end) ? $"{start}/{end}" : $"{start}/..";
    }

    public IReadOnlyList<Medium> Files => [.. Values.Blocks("files").SelectMany(file => file.Media("file"))];

    public JsonObject File(string type, Medium medium)
    {
        var file = new JsonObject { ["@type"] = type, ["name"] = medium.Name, ["contentUrl"] = Address(medium.Url), ["encodingFormat"] = FormatOf(medium) };
        if (medium.Bytes is { } bytes) file["contentSize"] = FileSize.Of(bytes);
        return file;
    }

    public static string FormatOf(Medium medium) => MediaContentTypes.Of(medium.Url).Split(';')[0];

    /// <summary>What it is made known by elsewhere: sources with a title, and an address where they have one.</summary>
    public void Citations() => Put("citation", Values.Blocks("sources").Where(source => source.Text("title") is not null).Select(source =>
    {
        var cited = new JsonObject { ["@type"] = "CreativeWork", ["name"] = source.Text("title") };
        if (source.Links("link").FirstOrDefault(link => link.IsElsewhere) is { } link) cited["url"] = link.Address;
        if (source.Text("publisher") is { } publisher) cited["publisher"] = new JsonObject { ["@type"] = "Organization", ["name"] = publisher };
        return cited;
    }));

    public void Rights()
    {
        Say("license", ItemRights.Of(Values).LicenceAddress);
        Say("creditText", Values.Text("credit"));
    }

    public void Geo(string alias)
    {
        if (Values[alias] is not Core.Editors.JsonValue json || StoredJson.Parse(json.Json) is not { ValueKind: JsonValueKind.Object } point) return;
        if (!point.TryGetProperty("lat", out var latitude) || !point.TryGetProperty("lon", out var longitude)) return;
        thing["geo"] = new JsonObject { ["@type"] = "GeoCoordinates", ["latitude"] = latitude.GetDouble(), ["longitude"] = longitude.GetDouble() };
    }

    public JsonObject Named(string type, SeenItem item) => new() { ["@type"] = type, ["name"] = item.Name, ["url"] = Address(item.Path) };

    public JsonObject Site => new() { ["@type"] = "Organization", ["name"] = Reader.Texts["Site.FullName"].Value, ["url"] = $"{Reader.Origin}/" };

    public string Address(string path) => Reader.Origin + new PathString(path).ToUriComponent();

    private JsonObject Organisation(SeenItem actor) => Named(Things.TypeOfActor(Reader.Values(actor)), actor);

    private IEnumerable<SeenItem> Picked(IEnumerable<string> aliases) => aliases.SelectMany(Values.Picks).DistinctBy(item => item.Item.Key);

    [GeneratedRegex(@"\A[0-9]{4}(-[0-9]{2}(-[0-9]{2}(T[0-9:]+(Z|[+-][0-9:]+)?)?)?)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex DayPattern();
}
