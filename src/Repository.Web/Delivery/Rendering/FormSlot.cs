using Repository.Web.Forms.Wire;

namespace Repository.Web.Delivery.Rendering;

/// <summary>A picked form: named by its key, and with all it asks where it is expanded.</summary>
internal sealed class FormSlot(Guid form) : Slot
{
    public override void Write(RenderingPass rendering, ReadOnlySpan<Sighting> seen, bool expanded, Choice below)
    {
        var definition = expanded && rendering.MayExpand() ? rendering.Forms?.Find(form)?.Definition : null;
        rendering.Body.Add((form, definition, rendering), static (json, state) =>
        {
            json.WriteStartObject();
            json.WriteString("id"u8, state.form);
            json.WritePropertyName("form"u8);
            if (state.definition is { } asked) DefinitionJson.Write(json, asked, state.rendering.Snapshot, state.rendering.Culture);
            else json.WriteNullValue();
            json.WriteEndObject();
        });
    }
}
