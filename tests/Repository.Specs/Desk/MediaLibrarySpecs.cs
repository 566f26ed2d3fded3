using System.Net;
using Repository.Core.Content;
using Repository.Testing;

namespace Repository.Specs.Desk;

/// <summary>The library of files.</summary>
public sealed class MediaLibrarySpecs(DeskSite desk) : DeskStory(desk)
{
    [Fact]
    public async Task files_are_looked_at_as_a_grid_or_read_as_a_list_and_found_by_what_they_lack()
    {
        using var ana = Visit();

        var grid = await ana.GetAsync("/desk/media");
        var list = await ana.GetAsync("/desk/media?view=list");
        var posters = await ana.GetAsync("/desk/media?q=cinco+parámetros");
        var lacking = await ana.GetAsync("/desk/media?q=cinco+parámetros&lacks=altText");

        Assert.Contains("class=\"media-grid\"", grid.Html, StringComparison.Ordinal);
        Assert.Contains("<table class=\"drafts\">", list.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("Nada coincide", posters.Text, StringComparison.Ordinal);
        Assert.Contains("Nada coincide", lacking.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task one_file_comes_with_its_words_and_is_public_at_once()
    {
        using var ana = Visit();

        var report = await ana.UploadAsync("/desk/media/upload", [("mazorca.png", RealFiles.Bytes("foto.png"))], ("in", "root"), ("name", "Mazorca"), ("alt", "Una mazorca de maíz."), ("credit", "Comunidad"), ("publish", "on"));
        var found = await ana.GetAsync("/desk/media?q=mazorca");

        Assert.Contains("Se subió «Mazorca».", report.Text, StringComparison.Ordinal);
        Assert.Contains("1 resultado.", found.Text, StringComparison.Ordinal);
        Assert.Contains("width=", found.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("Restringido</span>", found.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task several_files_come_restricted_and_what_is_no_file_of_ours_is_refused_with_the_reason()
    {
        using var ana = Visit();

        var report = await ana.UploadAsync("/desk/media/upload", [("uno.png", RealFiles.Bytes("foto.png")), ("<b>dos</b>.exe", "MZ"u8.ToArray())], ("in", "root"), ("alt", "No es para las dos."), ("publish", "on"));
        var found = await ana.GetAsync("/desk/media?q=uno&lacks=altText");

        Assert.Contains("Se subió «uno.png».", report.Text, StringComparison.Ordinal);
        Assert.Contains("No se hizo con 1 elemento", report.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>dos</b>", report.Html, StringComparison.Ordinal);
        Assert.Contains("Restringido", found.Text, StringComparison.Ordinal);
        Assert.Contains("Falta el texto alternativo.", found.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task where_a_file_is_shown_is_told_before_it_goes()
    {
        using var ana = Visit();
        var store = Site.Service<IContentStore>();
        var used = await store.ReadAsync(
            async reader =>
            {
                await foreach (var record in reader.DraftsAsync())
                {
                    if (record.Item is { Kind: ItemKind.Media, Type: "Image" } && (await reader.ReferencesToAsync(record.Item.Key)).Count > 0) return record.Item.Key;
                }

                return Guid.Empty;
            },
            Cancellation);

        var use = await ana.GetAsync($"/desk/media/use?key={used:n}");
        var asked = await ana.GetAsync($"/desk/content/deed?do=trash&key={used:n}");

        Assert.Contains("Lo usa", use.Text, StringComparison.Ordinal);
        Assert.Contains("dejará", asked.Text.Replace("dejarán", "dejará", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task whoever_only_reads_brings_nothing()
    {
        Persons.Add("tere");
        using var tere = Visit("tere");

        Assert.Equal(HttpStatusCode.Forbidden, (await tere.GetAsync("/desk/media/upload")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await tere.GetAsync("/desk/media")).Status);
    }
}
