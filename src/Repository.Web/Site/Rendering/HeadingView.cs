namespace Repository.Web.Site.Rendering;

/// <summary>A heading whose level depends on what it stands under.</summary>
internal sealed class HeadingView : View<string?>
{
    public required int Level { get; init; }

    public override Task ExecuteAsync()
    {
        if (string.IsNullOrEmpty(Model)) return Task.CompletedTask;
        WriteLiteral($"<h{Level}>");
        Write(Model);
        WriteLiteral($"</h{Level}>");
        return Task.CompletedTask;
    }
}
