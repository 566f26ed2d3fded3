using Repository.Web.Site.Reading;
using Repository.Web.Site.Views;

namespace Repository.Web.Site.Rendering;

/// <summary>Rich text with its blocks. It stands as it was written: a line more between two of its parts would be a blank that nobody typed.</summary>
internal sealed class RichTextView : View<RichText>
{
    public override Task ExecuteAsync()
    {
        foreach (var part in Model.Parts)
        {
            if (part.Block is { } block) Part(new BlockView { Model = block });
            else if (part.IsProse) Prose(part.Markup);
            else Write(part.Markup);
        }

        return Task.CompletedTask;
    }
}
