namespace Repository.Core.Publishing;

/// <summary>How deep a tree may be. No tree of content comes near; it bounds every walk towards the root, and no write goes beyond it.</summary>
public static class ItemDepth
{
    public const int Limit = 64;
}
