using Repository.Web.Media.Renditions.Credits;
using Repository.Web.Media.Renditions.Headers;
using Repository.Web.Media.Renditions.Keeping;

namespace Repository.Web.Media.Renditions.Making;

/// <summary>The rendition that an address asks for.</summary>
internal sealed class RenditionCraft(RenditionOrder order, Vips vips, ImageHeader header, RenditionPlan plan) : ICraft
{
    public string Key => order.Key;

    public string Subject => order.File.Path;

    public bool IsPossible => vips.Path is not null;

    public async Task<Crafted> MakeAsync(string folder, CancellationToken closing)
    {
        File.CreateSymbolicLink(Path.Combine(folder, VipsSteps.Source), order.File.Path);
        var steps = new VipsSteps(vips, folder, header, plan, order.Request);
        if (await steps.RunAsync(closing) is { } complaint) return new Crafted.Refused(complaint);
        var result = Path.Combine(folder, steps.Result);
        if (!File.Exists(result) || ImageHeader.Read(result)?.Stored != steps.Size) return new Crafted.Refused("What came of it is not what was planned.");
        var finished = Path.Combine(folder, "finished");
        CreditedImage.Copy(result, finished, steps.Format, CreditPacket.Of(order.Rights));
        return new Crafted.Done(finished, KeptFormat.Of(steps.Format));
    }
}
