namespace OrderHotline.ContactFlows;

/// <summary>A place in a column of a frame: a box, or the lane of arrows that pass it.</summary>
sealed class Slot(int layer, DrawnAction? action, double height)
{
    public int Layer => layer;

    /// <summary>The action whose box it is; null for a lane.</summary>
    public DrawnAction? Action => action;

    public double Height => height;

    public double Y { get; set; }

    /// <summary>Slots of the columns beside it that are to be near.</summary>
    public List<Slot> Neighbours { get; } = [];
}

/// <summary>The columns of a frame, from top to bottom, and the lanes of every arrow between them.</summary>
sealed class FrameSlots
{
    const double LaneHeight = 4;
    const int Sweeps = 8;

    readonly List<List<Slot>> columns = [];
    readonly Dictionary<string, Slot> boxes = new(StringComparer.Ordinal);
    readonly Dictionary<(string To, bool Back, int Layer), Slot> lanes = [];

    public FrameSlots(DrawnFlow flow)
    {
        var layers = new FlowLayers(flow);
        var actions = flow.Actions.ToDictionary(action => action.Identifier, StringComparer.Ordinal);
        foreach (var action in layers.Order.Select(identifier => actions[identifier]))
        {
            boxes.Add(action.Identifier, Add(new Slot(layers.Of(action.Identifier), action, BoxSize.HeightOf(action))));
        }

        foreach (var (from, way) in flow.Actions.SelectMany(action => action.Ways.Select(way => (boxes[action.Identifier], way))))
        {
            var previous = from;
            foreach (var slot in Path(from, way))
            {
                previous.Neighbours.Add(slot);
                slot.Neighbours.Add(previous);
                previous = slot;
            }
        }

        for (var sweep = 0; sweep < Sweeps; sweep++)
        {
            Sort(sweep % 2 == 0 ? columns : columns.AsEnumerable().Reverse());
        }
    }

    public IReadOnlyList<IReadOnlyList<Slot>> Columns => columns;

    /// <summary>The slots that an arrow comes through, its box at the end among them; none when it leads nowhere.</summary>
    public IReadOnlyList<Slot> Path(Slot from, DrawnWay way)
    {
        if (way.Next is null || !boxes.TryGetValue(way.Next, out var to))
        {
            return [];
        }

        var back = to.Layer <= from.Layer;
        var passed = back
            ? Enumerable.Range(to.Layer, from.Layer - to.Layer + 1).Reverse()
            : Enumerable.Range(from.Layer + 1, to.Layer - from.Layer - 1);
        return [.. passed.Select(layer => Lane((way.Next, back, layer))), to];
    }

    // Arrows to the same box share their lanes, so that they read as one.
    Slot Lane((string To, bool Back, int Layer) key) =>
        lanes.TryGetValue(key, out var lane) ? lane : lanes[key] = Add(new Slot(key.Layer, null, LaneHeight));

    Slot Add(Slot slot)
    {
        while (columns.Count <= slot.Layer)
        {
            columns.Add([]);
        }

        columns[slot.Layer].Add(slot);
        return slot;
    }

    // Each slot to the middle of its neighbours: https://en.wikipedia.org/wiki/Layered_graph_drawing
    void Sort(IEnumerable<List<Slot>> inTurn)
    {
        foreach (var column in inTurn)
        {
            var middles = column.ToDictionary(slot => slot, Middle);
            var sorted = column.OrderBy(slot => middles[slot]).ToList();
            column.Clear();
            column.AddRange(sorted);
        }
    }

    double Middle(Slot slot)
    {
        var beside = slot.Neighbours.Where(other => other.Layer != slot.Layer).ToList();
        return beside.Count == 0 ? Share(slot) : beside.Average(Share);
    }

    double Share(Slot slot) => (columns[slot.Layer].IndexOf(slot) + 0.5) / columns[slot.Layer].Count;
}

/// <summary>How large things are, in pixels.</summary>
static class BoxSize
{
    public const double Width = 250;
    public const double Gap = 64;
    public const double Between = 16;
    public const double HeaderHeight = 32;
    public const double LineHeight = 14;
    public const double Padding = 8;
    public const double FramePadding = 28;
    public const double TitleHeight = 34;

    public static double HeightOf(DrawnAction action) =>
        HeaderHeight + ((action.Words.Length + action.Ways.Sum(way => way.Rows.Length)) * LineHeight) + Padding;

    /// <summary>The middle of the last row of a way, below the top of its box.</summary>
    public static double RowOf(DrawnAction action, int way) =>
        HeaderHeight + ((action.Words.Length + action.Ways.Take(way + 1).Sum(one => one.Rows.Length) - 0.5) * LineHeight);
}
