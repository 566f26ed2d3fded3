using System.Net;
using Repository.Core.Publishing;
using Repository.Core.Schema;
using Repository.Specs.Delivery;

namespace Repository.Specs.Site;

/// <summary>Nothing that an editor types becomes part of the page's own markup.</summary>
public sealed class EncodingSpecs
{
    private const string Hostile = "\"'><script>alert(1)</script><img src=x onerror=alert(2)>{{7*7}}&amp;</title></script>";

    private static readonly string[] Typed = ["Umbraco.TextBox", "Umbraco.TextArea", "Umbraco.MultipleTextstring"];

    [Fact]
    public async Task a_hostile_text_in_any_field_of_any_type_is_shown_as_text()
    {
        await using var village = await VillageSite.StartAsync();
        var schema = village.Site.Service<ContentSchema>();
        var plain = new Village(schema);
        AnItem[] items =
        [
            Filled(schema, plain.APractice("hostile-practice", Hostile)),
            Filled(schema, new AnItem("hostile-vocabulary", "vocabulary", "vocabularios").Named(Hostile)).With("key", "hostile"),
            .. ((string[])["page", "newsItem", "glossaryTerm", "collection", "dataset", "programme", "actionPlan", "campaign", "section"])
                .Select(type => Filled(schema, new AnItem($"hostile-{type}", type, type == "section" ? "home" : "paginas").Named(Hostile, schema.DocumentType(type)!.VariesByCulture ? Village.Spanish : ""))),
            Filled(schema, new AnItem("hostile-term", "term", "vocabulary").Named(Hostile)).With("key", "hostile"),
            Filled(schema, new AnItem("hostile-municipality", "municipality", "municipios").Named(Hostile)).With("officialKey", "20570").With("region", Stored.Picked("valles")),
            Filled(schema, new AnItem("hostile-commitment", "commitment", "plan").Named(Hostile)),
            Filled(schema, new AnItem("hostile-activity", "activity", "commitment").Named(Hostile)),
        ];

        await village.ImportAsync(items);

        var live = village.Site.Live;
        string[] addresses = [.. items.Select(item => live.Find(item.Key)!).SelectMany(item => item.Cultures.Select(culture => Routing.PathOf(live, culture))), "/", "/paginas/", "/practicas/", "/buscar/?q=alert", "/municipios/"];
        foreach (var address in addresses)
        {
            var page = await village.Site.VisitAsync(address);

            Assert.True(page.Status == HttpStatusCode.OK, $"{address} answered {page.Status}.");
            Assert.False(page.Text.Contains("<script>alert", StringComparison.OrdinalIgnoreCase), address);
            Assert.False(page.Text.Contains("<img src=x", StringComparison.OrdinalIgnoreCase), address);
        }
    }

    private static AnItem Filled(ContentSchema schema, AnItem item)
    {
        var type = schema.DocumentType(item.Type)!;
        return type.Properties
            .Where(property => Typed.Contains(property.DataType.EditorAlias) && property.Pattern.Length == 0 && property.Alias is not ("umbracoUrlName" or "key" or "officialKey"))
            .Aggregate(item, (filled, property) => filled.With(property.Alias, Hostile, type.VariesByCulture && property.VariesByCulture ? Village.Spanish : ""));
    }
}
