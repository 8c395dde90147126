import { Button, Form, type Page } from '../../../ui/index.ts';

/** For those who look after the circle: this thread stands on top of the room, or no longer. */
export const PinButton = ({ page, here, pinned }: { page: Page; here: string; pinned: boolean }) => (
  <Form page={page} action={`${here}/pin`} inline>
    {!pinned && <input type="hidden" name="pinned" value="yes" />}
    <Button look="text" icon="pin">
      {page.t(pinned ? 'conversation.unpin' : 'conversation.pin')}
    </Button>
  </Form>
);
