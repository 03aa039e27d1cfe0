package org.warmplan.worker;

/**
 * Room for one managed container.
 *
 * @param position its place in the order in which go-livepeer fills slots, from 0
 * @param device as given to {@code -nvidia}
 * @param container which container on the device, from 0
 */
public record Slot(int position, String device, int container) {
    @Override
    public String toString() {
        return "GPU " + device + " container " + container;
    }
}
