using System.Net;
using System.Text.RegularExpressions;
using Repository.Core.Publishing;
using Repository.Core.Schema;
using Repository.Specs.Delivery;

namespace Repository.Specs.Site;

/// <summary>Nothing that an editor types becomes part of the page's own markup.</summary>
public sealed class EncodingSpecs
{
    private const string Hostile = "\"'><script>alert(1)</script><img src=x onerror=alert(2)>{{7*7}}&amp;</title></script>";
    private const string HostileMarkup = "<p onclick=\"alert(3)\">Texto <script>alert(1)</script><img src=x onerror=alert(2)> <a href=\"javascript:alert(4)\">enlace</a> &lt;script&gt;alert(1)&lt;/script&gt;</p>";

    /// <summary>Some fields want a text of some length.</summary>
    private static readonly string[] Texts = [Hostile, Hostile + " Un texto que es tan largo como el campo lo pide, para que nada de esto lo detenga."];

    /// <summary>Deeper blocks are made of the same types.</summary>
    private const int DeepestBlock = 2;

    private static readonly string[] Typed = ["Umbraco.TextBox", "Umbraco.TextArea", "Umbraco.MultipleTextstring"];

    /// <summary>What an address is made of, or what must look like something.</summary>
    private static readonly string[] Formal = ["umbracoUrlName", "key", "officialKey"];

    [Fact]
    public async Task a_hostile_text_in_any_field_of_any_type_is_shown_as_text()
    {
        await using var village = await VillageSite.StartAsync();
        var schema = village.Site.Service<ContentSchema>();
        AnItem[] items = [.. schema.Placed().OrderBy(type => type.Alias == "programmeNode").Select(type => Filled(schema, type))];

        await village.ImportAsync(items);

        var live = village.Site.Live;
        string[] addresses = [.. items.Select(item => live.Find(item.Key)!).SelectMany(item => item.Cultures.Select(culture => Routing.PathOf(live, culture))), "/", "/paginas/", "/practicas/", "/buscar/?q=alert", "/municipios/"];
        foreach (var address in addresses)
        {
            var page = await village.Site.VisitAsync(address);

            Assert.True(page.Status == HttpStatusCode.OK, $"{address} answered {page.Status}.");
            Assert.False(page.Text.Contains("<script>alert", StringComparison.OrdinalIgnoreCase), address);
            Assert.False(page.Text.Contains("<img src=x", StringComparison.OrdinalIgnoreCase), address);
            Assert.False(page.Text.Contains("href=\"javascript:", StringComparison.OrdinalIgnoreCase), address);
            Assert.False(page.Text.Contains("onclick=\"alert", StringComparison.OrdinalIgnoreCase), address);
        }

        Assert.Equal(schema.Placed().Count(), items.Length);
    }

    private static AnItem Filled(ContentSchema schema, ContentType type)
    {
        var handle = $"hostile-{type.Alias}";
        var item = new AnItem(handle, type.Alias, PlaceOf(type.Alias)).Named(Hostile, type.VariesByCulture ? Village.Spanish : "");
        foreach (var property in type.Properties)
        {
            if (ValueOf(schema, property, handle, 0) is { } value) item = item.With(property.Alias, value, type.VariesByCulture && property.VariesByCulture ? Village.Spanish : "");
        }

        return item;
    }

    private static string? ValueOf(ContentSchema schema, PropertyType property, string handle, int depth) => property.DataType.EditorAlias switch
    {
        _ when property.Alias is "key" => handle.Replace("-", "", StringComparison.Ordinal),
        _ when property.Alias is "officialKey" => "20570",
        var editor when Typed.Contains(editor) => Formal.Contains(property.Alias) ? null : Texts.FirstOrDefault(text => Regex.IsMatch(text, property.Pattern)),
        "Umbraco.Tags" => Stored.List(Hostile),
        "Umbraco.RichText" => Stored.RichText(schema, HostileMarkup),
        "Umbraco.BlockList" => depth < DeepestBlock ? Stored.BlockList(schema, [.. Blocks(schema, property, handle, depth)]) : null,
        "Umbraco.BlockGrid" => Stored.BlockGrid(schema, [.. Blocks(schema, property, handle, depth)]),
        "Umbraco.RadioButtonList" when property.IsMandatory => FirstOf(property),
        "Umbraco.DropDown.Flexible" or "Umbraco.CheckBoxList" when property.IsMandatory => Stored.List(FirstOf(property)),
        "Umbraco.MediaPicker3" when property.IsMandatory => Stored.PickedMedia(Stored.AMedium("map")),
        "Umbraco.Decimal" or "Umbraco.Integer" when property.IsMandatory => "1",
        "Umbraco.MultiNodeTreePicker" or "Umbraco.ContentPicker" when property.IsMandatory => Stored.Picked(PickedFor(property)),
        "Umbraco.MultiUrlPicker" => Stored.Links(new { name = Hostile, target = (string?)null, udi = (string?)null, url = "https://example.org/", queryString = "?a=\"><script>alert(1)</script>" }),
        "UmbracoForms.FormPicker" when property.IsMandatory => AnItem.KeyOf("form").ToString(),
        "Umbraco.Plain.String" when property.IsMandatory => "2026",
        _ => null,
    };

    private static string FirstOf(PropertyType property) => property.DataType.Config.GetProperty("items")[0].GetString()!;

    /// <summary>One block of each kind that may stand there.</summary>
    private static IEnumerable<ABlock> Blocks(ContentSchema schema, PropertyType property, string handle, int depth) =>
        from declared in property.DataType.Config.GetProperty("blocks").EnumerateArray()
        let type = schema.Type(declared.GetProperty("contentElementTypeKey").GetGuid())
        let name = $"{handle} {property.Alias} {type.Alias}"
        select new ABlock(name, type.Alias, [.. from own in type.Properties let value = ValueOf(schema, own, name, depth + 1) where value is not null select (own.Alias, value)]);

    /// <summary>Where items of a type stand; most stand in a section.</summary>
    private static string? PlaceOf(string type) => type switch
    {
        "home" => null,
        "section" => "home",
        "vocabulary" => "vocabularios",
        "term" => "vocabulary",
        "municipality" => "municipios",
        "practice" => "practicas",
        "replication" => "tequio",
        "commitment" => "plan",
        "activity" => "commitment",
        "programmeNode" => "hostile-programme",
        _ => "paginas",
    };

    private static string PickedFor(PropertyType property) => property.Alias switch
    {
        "region" => "valles",
        "sheetKind" => "documentary",
        "convener" or "court" or "actor" => "court",
        "principles" => "transparency",
        "themes" => "water",
        "municipality" or "municipalities" => "ejemplo",
        _ => "current",
    };
}
