using System.Collections.Immutable;

namespace OrderHotline.ContactFlows;

/// <summary>A point of the picture, in pixels from its top left.</summary>
sealed record Point(double X, double Y);

/// <summary>An upright rectangle of the picture, in pixels.</summary>
sealed record Area(double X, double Y, double Width, double Height)
{
    public double Right => X + Width;

    public double Bottom => Y + Height;

    public Area MovedBy(double x, double y) => this with { X = X + x, Y = Y + y };
}

/// <summary>A box and what is in it.</summary>
sealed record PlacedAction(DrawnAction Action, Area Area);

/// <summary>An arrow: where it comes from, the lanes it goes along, where it ends.</summary>
/// <param name="Way">What it is for.</param>
/// <param name="Points">Its points; between the second and third, fourth and fifth… it is straight.</param>
sealed record PlacedArrow(DrawnWay Way, ImmutableArray<Point> Points);

/// <summary>A frame with everything in it.</summary>
sealed record PlacedFlow(DrawnFlow Flow, Area Area, ImmutableArray<PlacedAction> Boxes, ImmutableArray<PlacedArrow> Arrows)
{
    public PlacedFlow MovedBy(double x, double y) => new(
        Flow,
        Area.MovedBy(x, y),
        [.. Boxes.Select(box => box with { Area = box.Area.MovedBy(x, y) })],
        [.. Arrows.Select(arrow => arrow with { Points = [.. arrow.Points.Select(point => new Point(point.X + x, point.Y + y))] })]);
}

/// <summary>Where everything stands.</summary>
sealed record PictureLayout(double Width, double Height, ImmutableArray<PlacedFlow> Flows)
{
    const double Gutter = 70;
    const double Top = 60;

    public static PictureLayout Of(ImmutableArray<DrawnFlow> flows)
    {
        var frames = flows.Select(FrameLayout.Of).ToList();
        var widest = frames.Select(frame => frame.Area.Width).DefaultIfEmpty(0).Max();
        var area = frames.Sum(frame => (frame.Area.Width + Gutter) * (frame.Area.Height + Gutter));

        // A little wider than high, as screens are.
        var limit = Math.Max(widest, Math.Sqrt(area) * 1.3);
        var (x, y, height) = (Gutter, Top, 0d);
        var placed = ImmutableArray.CreateBuilder<PlacedFlow>();
        foreach (var frame in frames)
        {
            if (x > Gutter && x + frame.Area.Width > limit + Gutter)
            {
                (x, y, height) = (Gutter, y + height + Gutter, 0);
            }

            placed.Add(frame.MovedBy(x, y));
            x += frame.Area.Width + Gutter;
            height = Math.Max(height, frame.Area.Height);
        }

        return new(
            placed.Select(frame => frame.Area.Right).DefaultIfEmpty(0).Max() + Gutter,
            placed.Select(frame => frame.Area.Bottom).DefaultIfEmpty(0).Max() + Gutter,
            placed.ToImmutable());
    }
}

/// <summary>Where everything of one flow stands, from the top left of its frame.</summary>
static class FrameLayout
{
    const double Turn = 10;

    public static PlacedFlow Of(DrawnFlow flow)
    {
        var slots = new FrameSlots(flow);
        var top = BoxSize.TitleHeight + BoxSize.FramePadding;
        foreach (var column in slots.Columns)
        {
            Stack(column, top);
        }

        // Upwards as far as nothing is above, so that no frame begins with nothing.
        var bottom = slots.Columns.SelectMany(column => column).Select(slot => slot.Y + slot.Height).DefaultIfEmpty(top).Max();
        var boxes = slots.Columns.SelectMany(column => column).Where(slot => slot.Action is not null).ToList();
        var width = (2 * BoxSize.FramePadding) + (slots.Columns.Count * (BoxSize.Width + BoxSize.Gap)) - BoxSize.Gap + (2 * Turn);
        return new(
            flow,
            new Area(0, 0, Math.Max(width, BoxSize.Width), bottom + BoxSize.FramePadding),
            [.. boxes.Select(slot => new PlacedAction(slot.Action!, new Area(X(slot), slot.Y, BoxSize.Width, slot.Height)))],
            [.. boxes.SelectMany(slot => slot.Action!.Ways.Select((way, row) => Arrow(slots, slot, way, row))).OfType<PlacedArrow>()]);
    }

    static double X(Slot slot) => BoxSize.FramePadding + Turn + (slot.Layer * (BoxSize.Width + BoxSize.Gap));

    // One below the other, each as near as can be to what leads to it.
    static void Stack(IReadOnlyList<Slot> column, double top)
    {
        var free = top;
        foreach (var slot in column)
        {
            var before = slot.Neighbours.Where(other => other.Layer < slot.Layer).ToList();
            var wish = before.Count == 0 ? free : before.Min(other => other.Y);
            slot.Y = Math.Max(free, wish);
            free = slot.Y + slot.Height + BoxSize.Between;
        }
    }

    static PlacedArrow? Arrow(FrameSlots slots, Slot from, DrawnWay way, int row)
    {
        var path = slots.Path(from, way);
        if (path.Count == 0)
        {
            return null;
        }

        var back = path[^1].Layer <= from.Layer;
        var points = ImmutableArray.CreateBuilder<Point>();
        points.Add(new(X(from) + BoxSize.Width, from.Y + BoxSize.RowOf(from.Action!, row)));
        foreach (var lane in path.SkipLast(1))
        {
            var middle = lane.Y + (lane.Height / 2);
            var (left, right) = (new Point(X(lane), middle), new Point(X(lane) + BoxSize.Width, middle));
            points.Add(back ? right : left);
            points.Add(back ? left : right);
        }

        points.Add(new(X(path[^1]), path[^1].Y + (BoxSize.HeaderHeight / 2)));
        return new(way, points.ToImmutable());
    }
}
