using Repository.Core.Content;
using Repository.USync.Content;

namespace Repository.USync.Tests.Content;

public sealed class ContentFileWriterTests
{
    [Fact]
    public void a_document_is_written_as_the_contract_shows_it()
    {
        var tequio = AContentFile.Tequio;

        var file = ContentFileWriter.Write(tequio);

        Assert.Equal(Golden.Text("tequio.config"), Golden.Text(file));
    }

    [Fact]
    public void a_media_item_is_written_without_publication_and_schedule()
    {
        var assembly = AContentFile.Assembly;

        var file = ContentFileWriter.Write(assembly);

        Assert.Equal(Golden.Text("asamblea-paso-a-paso.config"), Golden.Text(file));
    }

    [Fact]
    public void a_root_has_an_empty_parent_and_a_restricted_item_our_own_mark()
    {
        var root = AContentFile.Named("Inicio") with { Trashed = true, Restricted = true, Published = true };

        var file = Golden.Text(ContentFileWriter.Write(root));

        Assert.Contains("<Parent Key=\"00000000-0000-0000-0000-000000000000\" />\n", file, StringComparison.Ordinal);
        Assert.Contains("    <Trashed>true</Trashed>\n    <Restricted>true</Restricted>\n    <ContentType>", file, StringComparison.Ordinal);
        Assert.Contains("    <NodeName Default=\"Inicio\" />\n    <SortOrder>0</SortOrder>\n    <Published Default=\"true\" />\n", file, StringComparison.Ordinal);
        Assert.EndsWith("  <Properties />\n</Content>", file, StringComparison.Ordinal);
    }

    [Fact]
    public void a_schedule_names_culture_action_and_date()
    {
        var item = AContentFile.Named("Convocatoria") with { Schedules = [new ContentSchedule("es-MX", ScheduledAction.Release, new DateTime(2026, 6, 1, 6, 0, 0, DateTimeKind.Utc))] };

        var file = Golden.Text(ContentFileWriter.Write(item)).Replace("\n", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal);

        Assert.Contains("<Schedule><ContentSchedule><Culture>es-MX</Culture><Action>Release</Action><Date>2026-06-01T06:00:00</Date></ContentSchedule></Schedule>", file, StringComparison.Ordinal);
    }

    [Fact]
    public void the_end_mark_of_a_section_is_split_and_line_ends_become_line_feeds()
    {
        var item = AContentFile.Named("Tequio").With("resumen", "a]]>b\r\nc\rd");

        var file = Golden.Text(ContentFileWriter.Write(item));

        Assert.Contains("<Value><![CDATA[a]]]]><![CDATA[>b\nc\nd]]></Value>", file, StringComparison.Ordinal);
        Assert.DoesNotContain("&#xD;", file, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData('\u0001', "U+0001")]
    [InlineData('\uFFFF', "U+FFFF")]
    [InlineData('\uD83D', "U+D83D")]
    public void a_character_without_a_place_in_xml_is_refused_and_the_item_named(char bad, string character)
    {
        var item = AContentFile.Named("Tequio").With("resumen", $"a{bad}b", "es-MX");

        var refusal = ContentFileWriter.Refusal(item);

        Assert.Equal($"El texto contiene el carácter {character}, que no puede escribirse en XML.", refusal?.Reason);
        Assert.Equal("resumen", refusal?.Element);
        Assert.Contains("Tequio", refusal?.File, StringComparison.Ordinal);
        Assert.Contains(item.Key.ToString(), Assert.Throws<FormatException>(() => ContentFileWriter.Write(item)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void an_alias_that_cannot_be_an_element_is_refused()
    {
        var item = AContentFile.Named("Tequio").With("dos palabras", "x");

        var refusal = ContentFileWriter.Refusal(item);

        Assert.Equal("dos palabras", refusal?.Element);
    }
}
